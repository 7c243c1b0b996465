"""The words questions sort by: types of event, channels and levels."""

# In the order of the published shape of a reading.
TYPES = (
    "meeting",
    "phone_call",
    "video_call",
    "visit",
    "dialogue_round",
    "summit",
    "brief_encounter",
    "contact_refused",
    "contact_unanswered",
    "contact_suspended",
    "contact_resumed",
    "joint_statement",
    "agreement_signed",
    "sanction",
    "protest",
    "expulsion_or_recall",
)

# Events in which the two sides spoke to one another.
CONTACTS = ("meeting", "phone_call", "video_call", "visit", "dialogue_round", "summit", "brief_encounter")

# Events that say a contact did not come about, or was broken off.
BREAKS = ("contact_refused", "contact_unanswered", "contact_suspended", "expulsion_or_recall")
