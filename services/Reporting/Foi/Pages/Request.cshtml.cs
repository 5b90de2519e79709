using Microsoft.AspNetCore.Authorization;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Foi.Pages;

[Authorize(Roles = FoiRoles.Read)]
internal sealed class RequestModel(ReportingContext db, Caller caller) : FoiPage(db, caller)
{
    public bool MayWork => FoiRoles.Work.Split(',').Any(Caller.Is);
}
