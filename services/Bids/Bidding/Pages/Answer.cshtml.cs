using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

[May(nameof(Acts.WriteBid))]
internal sealed class AnswerModel(IForms<Bid> forms, Caller caller, AnswerNote<Bid> answer) : AnswerNotePage<Bid>(forms, caller, answer);
