import { Checkbox, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { asObject, type JsonObject } from '../../../../src/messaging/untrusted.js';
import { filled, textMember, withMember } from '../revisions/json-member.ts';
import { AttributeFields } from '../rules/actions/attribute-fields.tsx';

type SetFieldsProps = {
  readonly set: JsonObject;
  readonly onChange: (set: JsonObject) => void;
};

/** What changes about the contact: tags, and one attribute. */
export function SetFields({ set, onChange }: SetFieldsProps) {
  const attribute = asObject(set['attribute']);
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
        <TextInput
          label="Put on the tag"
          placeholder="none"
          value={textMember(set, 'tag')}
          onChange={({ currentTarget }) => onChange(withMember(set, 'tag', filled(currentTarget.value)))}
        />
        <TextInput
          label="Take off the tag"
          placeholder="none"
          value={textMember(set, 'untag')}
          onChange={({ currentTarget }) => onChange(withMember(set, 'untag', filled(currentTarget.value)))}
        />
      </SimpleGrid>
      <Checkbox
        label="Set an attribute"
        checked={attribute !== undefined}
        onChange={({ currentTarget }) =>
          onChange(withMember(set, 'attribute', currentTarget.checked ? { name: '', value: '' } : undefined))
        }
      />
      {attribute !== undefined && (
        <AttributeFields
          attribute={attribute}
          onChange={(next) => onChange(withMember(set, 'attribute', next))}
        />
      )}
    </Stack>
  );
}
