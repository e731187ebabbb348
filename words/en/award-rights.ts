// An accepted competitor who takes part without award rights.
export const awardRights = {
  without: "Not for awards",
  reasonHint: "The ground, such as a former champion as guest; it stays on record.",
  take: {
    trigger: "Not for awards",
    title: "{name} competes for no award?",
    text: "Marks and rank stay; awards pass down to those after. It can be undone until the notice.",
  },
  give: { trigger: "For awards again", title: "{name} for awards again?", text: "Awards then go by rank." },
};
