import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';

export const consentKey = (address: string) => ['consent', 'of', address] as const;
export const ledgerKey = (address: string) => [...consentKey(address), 'ledger'] as const;

/** Whether anything may be sent to an address. */
export function useConsent(address: string) {
  return useQuery({
    queryKey: consentKey(address),
    queryFn: () => bodyOf(api.GET('/api/v1/consent/{address}', { params: { path: { address } } })),
  });
}

export type ConsentAct = components['schemas']['ConsentAct'];

/** Opts an address out or in on a person's word. */
export function useRecordConsent(address: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ConsentAct) =>
      bodyOf(api.POST('/api/v1/consent/{address}', { params: { path: { address } }, body })),
    meta: { isShownInPlace: true },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['consent'] }),
  });
}

/** The person whose address it is, with their other addresses. */
export function useContact(id: string) {
  return useQuery({
    queryKey: ['consent', 'contact', id],
    queryFn: () => bodyOf(api.GET('/api/v1/contacts/{id}', { params: { path: { id } } })),
  });
}
