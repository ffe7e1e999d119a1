import { useMutation } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { saveFile } from '../../shell/save-file.ts';
import { RoleButton } from '../../shell/role-button.tsx';

type Dossier = components['schemas']['DossierView'];

const PER_PAGE = 200;

/** Saves everything about one contact's consent, with all pages of messages, as one file. */
export function DossierButton({ address }: { readonly address: string }) {
  const save = useMutation({
    mutationFn: async () => {
      const dossier = await wholeDossier(address);
      saveFile(
        `consent-dossier-${address.replaceAll(/[^\w.@+-]/g, '_')}.json`,
        JSON.stringify(dossier, null, 2),
      );
    },
  });
  return (
    <RoleButton role="editor" variant="default" loading={save.isPending} onClick={() => save.mutate()}>
      Download dossier
    </RoleButton>
  );
}

async function wholeDossier(address: string): Promise<Dossier> {
  const first = await pageOf(address, undefined);
  const items = [...first.messages.items];
  let cursor = first.messages.nextCursor;
  while (cursor !== null) {
    const { messages } = await pageOf(address, cursor);
    items.push(...messages.items);
    cursor = messages.nextCursor;
  }
  return { ...first, messages: { items, nextCursor: null } };
}

function pageOf(address: string, cursor: string | undefined): Promise<Dossier> {
  const query = { limit: PER_PAGE, ...(cursor !== undefined && { cursor }) };
  return bodyOf(api.GET('/api/v1/consent/{address}/dossier', { params: { path: { address }, query } }));
}
