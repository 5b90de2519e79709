using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Platform.Gateway.Reference.Pages;

/// <summary>The API's operations by thing, for everybody, with or without JavaScript.</summary>
[AllowAnonymous]
internal sealed class ReferenceModel(ReadersDocument readers) : PageModel
{
    public sealed record Operation(string Thing, string Method, string Address, string Summary, string? Description);

    public string Description { get; private set; } = "";

    public IReadOnlyList<IGrouping<string, Operation>> Things { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var document = await readers.DocumentAsync();
        Description = document.Info.Description!;
        Things =
        [
            .. document
                .Paths.SelectMany(path =>
                    path.Value.Operations!.Select(o => new Operation(
                        o.Value.Tags!.First().Name!,
                        o.Key.Method,
                        path.Key,
                        o.Value.Summary!,
                        o.Value.Description
                    ))
                )
                .OrderBy(o => o.Address, StringComparer.Ordinal)
                .GroupBy(o => o.Thing)
                .OrderBy(thing => thing.Key, StringComparer.Ordinal),
        ];
    }
}
