import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMay } from '../session/use-session.ts';

type EditorsOnlyProps = {
  /** Why it is switched off for everybody else, in a sentence. */
  readonly why: string;
  readonly children: ReactNode;
};

/** Fields for editors. Viewers see them with the reason in front, and cannot type into what they could not save. */
export function EditorsOnly({ why, children }: EditorsOnlyProps) {
  const mayEdit = useMay('editor');
  return (
    <>
      {!mayEdit && (
        <Alert color="gray" mb="md" p="sm">
          {why}
        </Alert>
      )}
      <fieldset disabled={!mayEdit} style={{ border: 0, padding: 0, margin: 0, minInlineSize: 0 }}>
        {children}
      </fieldset>
    </>
  );
}
