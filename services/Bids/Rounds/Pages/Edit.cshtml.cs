using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Rounds.Pages;

/// <summary>All that was said of a round, and where to change it.</summary>
[May(nameof(Acts.WriteRounds))]
internal sealed class EditModel(BidsContext db, EditRound edit) : RoundEditPage(db, edit);
