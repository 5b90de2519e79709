using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Rounds.Pages;

/// <summary>Everything in a round, and where to change it.</summary>
[May(nameof(Acts.WriteRounds))]
internal sealed class EditModel(BidsContext db, EditRound edit) : RoundEditPage(db, edit);
