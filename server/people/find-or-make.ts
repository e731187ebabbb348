// One person, one row: found again by the blind index of the resident ID; a name that differs is refused, never merged.
import { type Outcome, ok, refuse } from "#domain/outcome.ts";
import { nameKey } from "#domain/people/names.ts";
import { maskResidentId, type ResidentId } from "#domain/people/resident-id.ts";
import type { Transaction } from "../database/transaction.ts";
import type { House } from "../house.ts";

/** The person of this ID, made if new. The number itself is stored sealed only. */
export async function findOrMakePerson(
  house: House,
  tx: Transaction,
  person: { readonly name: string; readonly id: ResidentId },
): Promise<Outcome<{ personId: string }>> {
  const index = house.vault.index(person.id);
  await tx.query(
    `INSERT INTO person (name, name_key, id_sealed, id_index, id_masked, created_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (id_index) DO NOTHING`,
    [
      person.name,
      nameKey(person.name),
      house.vault.seal("resident-id", person.id),
      index,
      maskResidentId(person.id),
      house.clock.now(),
    ],
  );
  const [known] = await tx.query<{ id: string; name_key: string }>(
    "SELECT id, name_key FROM person WHERE id_index = $1",
    [index],
  );
  if (known!.name_key !== nameKey(person.name)) return refuse("people.name-differs");
  return ok({ personId: known!.id });
}
