using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Reporting.OpenData;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Pages.Funding;

[AllowAnonymous]
internal sealed class DataModel(Publisher publisher, Caller caller) : PageModel
{
    public Publisher Publisher => publisher;
    public DateTimeOffset At => caller.At;
    public IReadOnlyList<DataFile> Files => DataFiles.All;
}
