import { Alert, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useMay } from '../../session/use-session.ts';
import { asObject, type JsonObject } from '../../../../src/messaging/untrusted.js';

type JsonPanelProps = {
  readonly definition: JsonObject;
  readonly onChange: (definition: JsonObject) => void;
  readonly about: string;
};

/** The whole definition as JSON, for what the form does not show. It is taken over as soon as it can be read. */
export function JsonPanel({ definition, onChange, about }: JsonPanelProps) {
  const [text, setText] = useState(() => JSON.stringify(definition, undefined, 2));
  const problem = problemIn(text);
  const mayEdit = useMay('editor');
  return (
    <>
      <Textarea
        label="Definition as JSON"
        description={about}
        autosize
        minRows={12}
        maxRows={40}
        spellCheck={false}
        readOnly={!mayEdit}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13 } }}
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          const read = objectIn(currentTarget.value);
          if (read !== undefined) onChange(read);
        }}
      />
      {problem !== undefined && (
        <Alert color="yellow" title="This is not JSON yet" mt="sm" role="status">
          {problem} The form keeps what it had.
        </Alert>
      )}
    </>
  );
}

function objectIn(text: string): JsonObject | undefined {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function problemIn(text: string): string | undefined {
  try {
    return asObject(JSON.parse(text)) === undefined ? 'Write an object: {…}.' : undefined;
  } catch (error) {
    return error instanceof Error ? `${error.message}.` : String(error);
  }
}
