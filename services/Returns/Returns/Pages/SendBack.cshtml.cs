using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages;

/// <summary>Asks the partnership to change some sections of what it submitted.</summary>
internal sealed class SendBackModel(ReturnsContext db, Caller caller, SendBackReturn send) : OfficePage(db, caller)
{
    [BindProperty]
    public List<string> Sections { get; set; } = [];

    /// <summary>One for each of <see cref="All"/>.</summary>
    [BindProperty]
    public List<string?> Reasons { get; set; } = [];

    /// <summary>Where nothing was reported, that too can be what is to be changed.</summary>
    public IReadOnlyList<string> All =>
        [.. ReturnSections.Of(Return), .. Return.NilReason.Length > 0 ? [ReturnSections.Nil] : Array.Empty<string>()];

    protected override bool IsPossible => Return.State == ReturnState.Submitted;

    public override async Task<IActionResult> OnGetAsync(string grantReference, string quarter, CancellationToken cancellation)
    {
        if (await OpenAsync(grantReference, quarter, cancellation) is { } elsewhere)
            return elsewhere;
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string grantReference, string quarter, CancellationToken cancellation)
    {
        if (await OpenAsync(grantReference, quarter, cancellation) is { } elsewhere)
            return elsewhere;
        Fill();
        var notes = All.Index().Where(s => Sections.Contains(s.Item)).Select(s => new SectionNote(s.Item, Reasons[s.Index] ?? "")).ToList();
        var result = await send.RunAsync(Return.Id, notes, cancellation);
        if (result.IsDone)
            return Redirect(Address);
        foreach (var problem in result.Problems)
            ModelState.AddModelError(
                All.Index().FirstOrDefault(s => s.Item == problem.Field) is { Item: not null } s ? $"Reasons[{s.Index}]" : problem.Field,
                problem.Message
            );
        return Page();
    }

    private void Fill()
    {
        while (Reasons.Count < All.Count)
            Reasons.Add(null);
    }
}
