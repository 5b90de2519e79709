using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns;

/// <summary>What <c>services/Forms</c> needs to know about returns.</summary>
internal sealed class ReturnForms(ReturnsContext db, Caller caller) : IForms<Return>
{
    public string Noun => "return";
    public Act Write => Acts.WriteReturn;
    public Act HandIn => Acts.CertifyReturn;

    /// <summary>The return at an address of a page or the API, which names the grant and the quarter.</summary>
    public IQueryable<Return> At(RouteValueDictionary address) =>
        address["grantReference"] is string grant && QuarterAddress.Read((string?)address["quarter"] ?? "") is { } quarter
            ? db.Returns.Where(r => r.GrantReference == grant && r.Quarter == quarter)
            : db.Returns.Where(r => false);

    public string AddressOf(Return form) => QuarterAddress.Of(form);

    public string CaptionOf(Return form) => $"{form.GrantReference}, {form.Quarter.Label}";

    public string NameOf(Return form) => $"Return for {CaptionOf(form)}";

    public async Task<FormText?> ReadAsync(Return form, CancellationToken cancellationToken)
    {
        if (form.Parts.Count == 0 || !(caller.May(Acts.ReadUnsubmitted) || form.IsOpenToOffice))
            return null;
        await db.ShowAsync([form], caller, cancellationToken);
        var figures = await db.FiguresSeenAsync(form, caller, cancellationToken);
        return new(
            Caption(form),
            $"Return for {form.Quarter.Label}",
            [
                new("Status", ReturnWords.State(form)),
                new("Due", London.WithWeekday(form.DueOn)),
                .. form.BackBy is { } day ? [new("To be back by", London.WithWeekday(day))] : Array.Empty<AnswerRow>(),
                .. form.SubmittedAt is { } at ? [Certified(at, form.SubmittedBy!.Name, caller)] : Array.Empty<AnswerRow>(),
            ],
            [
                .. ReturnGroups.Of(ReturnAnswers.Of(form.Interventions, form.Content, figures, form.Quarter)),
                .. ReturnGroups.Totals(form.Content),
            ]
        );
    }

    public Task<SubmissionText> ReadAsync(Return form, Submission made, CancellationToken cancellationToken)
    {
        var owed = made.Read();
        var lines = ReturnAnswers.Of(owed.Interventions, owed.Content, null, owed.Quarter);
        return Task.FromResult(
            new SubmissionText(
                new(
                    Caption(form),
                    $"Return for {owed.Quarter.Label}, as submitted",
                    [
                        Certified(owed.CertifiedAt, owed.CertifiedBy, caller),
                        new("Prepared by", SeenPeople.NameFor(owed.PreparedBy, caller, "editor")),
                    ],
                    [.. SectionNotes.Groups(owed.Answered, section => ReturnSections.Name(form, section)), .. ReturnGroups.Of(lines)]
                ),
                lines,
                owed.Files
            )
        );
    }

    public Task<Result> MayChangeAsync(Return form, string section, CancellationToken cancellationToken) =>
        Task.FromResult(form.MayChange(section, caller.At));

    public Task<IReadOnlyList<string>> CautionAsync(Return form, string section, CancellationToken cancellationToken) =>
        db.CautionAsync(form, section, caller, cancellationToken);

    private static string Caption(Return form) => $"{form.GrantReference} for {form.Partnership.Name}: {form.Title}";

    private static AnswerRow Certified(DateTimeOffset at, string by, Caller caller) =>
        new("Certified", $"{London.ToTheSecond(at)}, by {SeenPeople.NameFor(by, caller, "lead")}");
}
