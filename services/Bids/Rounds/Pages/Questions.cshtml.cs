using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Rounds.Pages;

[May(nameof(Acts.WriteRounds))]
internal sealed class QuestionsModel(BidsContext db, EditRound edit) : RoundEditPage(db, edit);
