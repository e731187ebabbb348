// English for what is found in the cells of a sheet; the domain says the same in Chinese, with the values.
import type { CisErrorCode, CisWarningCode } from "#domain/schemes/cis-findings.ts";

export const cisFindings: Readonly<Record<CisErrorCode | CisWarningCode, string>> = {
  "table-not-found":
    "No marking table found: make sure there is the header row “项目, 评分内容, 配分” or, of CIS, “Sub Criterion ID, Aspect Type, Max Mark”, then import again.",
  "header-column-missing":
    "The header lacks a required column: complete it as in the CIS template, then import again.",
  "scheme-without-aspects": "The sheet holds no aspect: enter the aspects, then import again.",
  "max-empty": "The maximum mark is empty: enter a number above 0.",
  "max-unreadable":
    "The maximum mark cannot be read as an exact decimal: enter an ordinary number such as 0.5.",
  "max-not-positive": "The maximum mark is not above 0: correct it.",
  "mark-too-large": "The mark is too large: check for a missing decimal point.",
  "mark-text": "There is text in the mark column: keep the number only and move the note to the description.",
  "mark-not-calculated":
    "The mark is a formula without a stored result: open and save the file in Excel, or enter the number.",
  "mark-formula-error": "The formula of the mark has an error: correct it, or enter the number.",
  "mark-date": "Excel turned the mark into a date: set the cell to a number format and enter the mark again.",
  "criterion-id-unreadable": "The criterion's id cannot be read: use one letter, such as A.",
  "criterion-repeated": "The criterion appears twice: delete one row, or give one of them another letter.",
  "subcriterion-id-unreadable":
    "The sub-criterion's id cannot be read: use a letter and a number, such as A1.",
  "subcriterion-repeated":
    "The sub-criterion appeared above under another name: give one of them another id.",
  "aspect-without-subcriterion": "This aspect has no sub-criterion above it: add the sub-criterion's row.",
  "type-missing":
    "The row has a description and a maximum but no aspect type: enter M (measurement) or J (judgement).",
  "type-unreadable": "The aspect type cannot be read: enter M (measurement) or J (judgement).",
  "text-too-long": "The text is too long: shorten it.",
  "too-many-criteria": "There are too many items: join some of them.",
  "rule-as-faults": "The rule was read as a deduction for each fault: check it.",
  "rule-as-list": "The rule was read as the list of marks that can be given: check it.",
  "rule-as-levels":
    "Levels 0 to 3 were read as a judgement: check it, and correct the kind where it is none.",
  "levels-unread":
    "The levels described here were not read: a judgement needs the four columns 0, 1, 2, 3 and must not be of type M. Correct the file, or add them to the scheme.",
  "content-empty": "The content is empty and the name of the item stands for it: fill it in.",
  "rule-as-steps": "Read as a mark in steps; a rule stays as its requirement: check the kind.",
  "faults-unreadable":
    "The type is a deduction, but the rule does not say what each fault takes; read as a mark in steps: check the kind.",
  "step-taken": "The step of the mark was chosen from its maximum: check it.",
  "step-unusual":
    "The mark has more than two decimals, and so has the step that reaches it: check the maximum.",
  "too-many-subcriteria": "The criterion has too many sub-criteria: split it.",
  "too-many-aspects": "The sub-criterion has too many aspects: split it.",
  "header-repeated": "The header is repeated and was skipped: check that the aspects around it are complete.",
  "look-alike-letter":
    "A letter only looks Latin (Cyrillic, Greek or full-width) and was read as the Latin one: check it, and correct the sheet.",
  "comma-decimal": "A comma stands for the decimal point; the number was read so: check it.",
  "number-as-text": "The number is stored as text and was read as a number: check it.",
  "binary-residue": "A formula's result carried a rounding residue and was read without it: check it.",
  "total-differs":
    "The aspects do not add up to the declared total: correct it; until then the scheme cannot be locked.",
  "total-cell-differs":
    "The total shown here is not the sum of the aspects: check for skipped rows or an overwritten total.",
  "total-not-100": "The declared total is not 100: if that is meant, confirm the total.",
  "criterion-total-differs":
    "The criterion's aspects do not add up to its declared mark: correct it; until then the scheme cannot be locked.",
  "criterion-undeclared":
    "The criterion is not in the list of criteria and was read with the sum of its aspects: add its name and mark.",
  "criterion-empty": "The criterion has no sub-criterion: complete or remove it.",
  "subcriterion-empty": "The sub-criterion has no aspect: complete or remove it.",
  "subcriterion-continued":
    "The sub-criterion appeared above; these aspects were put after its own: check them.",
  "subcriterion-under-other":
    "The sub-criterion stands under another criterion's header and was put where its id says: check the id.",
  "name-empty": "There is no name; the id was used instead: add the name.",
  "day-missing": "The marking day cannot be read; day 1 was assumed: check it.",
  "description-empty": "The aspect has no description: add it; until then the scheme cannot be locked.",
  "levels-missing":
    "The judgement lacks a level description: add it; until then the scheme cannot be locked.",
  "level-unreadable": "The level is none of 0, 1, 2, 3; the row was not read: check it.",
  "level-repeated": "The level is described twice; the first description was kept: check it.",
  "level-stray": "There is no judgement above this level; it was not read: check the aspect type above.",
  "mark-stray":
    "The row is no aspect, and its mark was not counted: if it is an aspect, enter type and description.",
  "row-ignored": "The row is no sub-criterion, aspect or level and was not read: check that it is a note.",
  "section-variation":
    "The aspects of this standards section do not add up to its mark: it does not keep the scheme from being locked; let the experts confirm the difference.",
  "section-unknown": "The standards list has no such section: check the aspect's section.",
  "section-missing": "The aspect names no standards section: add it.",
  "section-ignored": "The section's number cannot be read; the row was not read: use a number.",
  "section-mark-empty": "The section has no mark and was not read: add it.",
};
