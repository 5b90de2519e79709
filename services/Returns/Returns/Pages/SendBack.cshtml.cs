using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns.Pages;

/// <summary>Asks the partnership to change some sections of what it submitted.</summary>
[Says("The return is sent back", "Its partnership’s editors and leads get a letter with your reasons and the day")]
internal sealed class SendBackModel(ReturnsContext db, Caller caller, SendBackReturn send) : OfficePage(db, caller)
{
    [BindProperty]
    public List<string> Sections { get; set; } = [];

    [BindProperty]
    public List<string?> Reasons { get; set; } = [];

    /// <summary>The day to be back by; at first the programme's usual one.</summary>
    [BindProperty]
    public TypedDate? BackBy { get; set; }

    /// <summary>The sections to choose from; where there was nothing to report, that too can be sent back.</summary>
    public SectionChoice Chosen =>
        new(
            [
                .. ReturnSections
                    .Of(Return)
                    .Concat(Return.NilReason.Length > 0 ? [ReturnSections.Nil] : [])
                    .Select(s => (s, ReturnSections.Name(Return, s))),
            ],
            Sections,
            Reasons
        );

    protected override bool IsPossible => Return.State == ReturnState.Submitted;

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        BackBy = TypedDate.From(Programme.BackBy(Today));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        // A form without the field means the programme's usual day.
        if (!Request.Form.Keys.Any(k => k.StartsWith(nameof(BackBy), StringComparison.Ordinal)))
            return await ActAsync(() => send.RunAsync(Return.Id, Chosen.Notes, null, cancellationToken), cancellationToken);
        var day = ModelState.ReadDate(nameof(BackBy), BackBy, "Day to be back by");
        // If the day is missing, the rest is still checked, so that all problems are shown at once.
        return day is null && IsPossible
            ? await RefusedAsync(Result.Of(ReturnSections.Problems(Return, Chosen.Notes)), cancellationToken)
            : await ActAsync(() => send.RunAsync(Return.Id, Chosen.Notes, day, cancellationToken), cancellationToken);
    }

    protected override string FieldOf(string field) => Chosen.FieldOf(field);
}
