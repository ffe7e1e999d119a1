import type { AppConfig } from '../platform/config/app-config.js';
import type { Brand } from './facts.repository.js';

/** The name and the help contact that compliance texts and templates speak with. */
export function brandOf({ brand, helpContact }: AppConfig): Brand {
  return { name: brand, ...(helpContact !== undefined && { helpContact }) };
}
