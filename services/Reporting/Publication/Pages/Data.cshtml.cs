using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Publication.Pages;

[AllowAnonymous]
internal sealed class DataModel(Publisher publisher, Caller caller) : PageModel
{
    public Publisher Publisher => publisher;
    public DateTimeOffset At => caller.At;
    public IReadOnlyList<DataFile> Files => DataFiles.All;
}
