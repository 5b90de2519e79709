using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Foi.Pages;

/// <summary>Corrects a slip in the log: the wrong day, a misspelt name.</summary>
[May(nameof(Acts.AnswerFoi))]
[Noted(AccessKind.PersonalDataRead)]
[Says("The log is corrected")]
internal sealed class CorrectModel(ReportingContext db, Caller caller, ChangeFoiRequest change) : FoiPage(db, caller), ILoggedFields
{
    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? OtherReference { get; set; }

    [BindProperty]
    public string? Background { get; set; }

    [BindProperty]
    public string? Questions { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Contact { get; set; }

    [BindProperty]
    public TypedDate? ReceivedOn { get; set; }

    public static string Numbered(FoiRequest request) => string.Join("\n", request.Details.Questions.Select((q, i) => $"{i + 1}. {q}"));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var typed = this.Read(ModelState);
        return await AnswerAsync(
            await change.RunAsync(Reference, Version, (request, by, at) => request.Correct(typed, by, at), cancellationToken),
            cancellationToken
        );
    }

    protected override bool IsPossible => Asked.State is FoiState.Open or FoiState.AwaitingClarification;

    protected override bool IsSaid => Asked.Says(this.Read(new ModelStateDictionary()));

    protected override void Fill()
    {
        Subject = Asked.Details.Subject;
        OtherReference = Asked.Details.OtherReference;
        Background = Asked.Background;
        Questions = Numbered(Asked);
        Name = Asked.Requester.Name;
        Contact = Asked.Requester.Contact;
        ReceivedOn = TypedDate.From(Asked.ReceivedOn);
    }
}
