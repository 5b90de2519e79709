using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Rounds.Pages;

/// <summary>Everything that a round says, and where to change it.</summary>
[May(nameof(Acts.WriteRounds))]
internal sealed class EditModel(BidsContext db, EditRound edit) : RoundEditPage(db, edit);
