using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages;

/// <summary>Asks the partnership to change some sections of what it submitted.</summary>
internal sealed class SendBackModel(ReturnsContext db, Caller caller, SendBackReturn send) : OfficePage(db, caller)
{
    [BindProperty]
    public List<string> Sections { get; set; } = [];

    [BindProperty]
    public List<string?> Reasons { get; set; } = [];

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

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await OpenAsync(cancellationToken)
        ?? await ActAsync(() => send.RunAsync(Return.Id, Chosen.Notes, cancellationToken), cancellationToken);

    protected override string FieldOf(string field) => Chosen.FieldOf(field);
}
