using Platform.Contracts;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Foi.Pages;

[May(nameof(Acts.ReadFoi))]
[Noted(AccessKind.PersonalDataRead)]
internal sealed class RequestModel(ReportingContext db, Caller caller) : FoiPage(db, caller)
{
    public bool SeesRequester => Caller.May(Acts.ReadRequester);
    public bool MayWork => Caller.May(Acts.AnswerFoi);
}
