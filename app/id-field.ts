// An id in a form or an address: one spelling everywhere, since boards and chains compare ids as text.
import { z } from "zod";

/** A UUID, in small letters whatever was sent. */
export const idField = (message?: string) => z.uuid(message).toLowerCase();
