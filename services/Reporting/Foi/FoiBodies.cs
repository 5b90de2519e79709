using Platform.Contracts;

namespace Platform.Reporting.Foi;

/// <summary>What programs send and read of requests.</summary>
internal static class FoiBodies
{
    public sealed record NewRequestBody(
        string? Subject,
        string? OtherReference,
        string? Background,
        IReadOnlyList<string>? Questions,
        string? RequesterName,
        string? RequesterContact,
        DateOnly? ReceivedOn
    )
    {
        internal NewFoiRequest Read() =>
            new()
            {
                Subject = Subject,
                OtherReference = OtherReference,
                Background = Background,
                Questions = [.. (Questions ?? []).Select(q => q ?? "")],
                Name = RequesterName,
                Contact = RequesterContact,
                ReceivedOn = ReceivedOn,
            };
    }

    /// <summary>All of a programme's interventions if none is named.</summary>
    public sealed record BuildBody(
        string? Programme,
        IReadOnlyList<Guid>? Interventions,
        IReadOnlyList<AnswerSource>? Sources,
        IReadOnlyList<WithholdingBody>? Withhold
    )
    {
        internal FoiBuild Read(IReadOnlyList<FoiProject> projects) =>
            new(
                Programme,
                Interventions ?? [.. projects.Select(p => p.InterventionId)],
                Sources ?? [],
                [
                    .. (Withhold ?? [])
                        .Where(w => w is not null)
                        .Select(w => new Withholding(w.Kind ?? "", w.Fields ?? [], w.Section ?? "", w.Reason ?? "")),
                ]
            );
    }

    public sealed record WithholdingBody(string? Kind, IReadOnlyList<string>? Fields, string? Section, string? Reason);

    public sealed record AnswersBody(IReadOnlyList<AnswerBody>? Answers)
    {
        internal IReadOnlyList<FoiAnswer> Read() => [.. (Answers ?? []).Select(a => a?.Read() ?? new("", true, []))];
    }

    public sealed record AnswerBody(string? Text, bool? IsHeld, IReadOnlyList<WithheldBody>? Withheld)
    {
        internal FoiAnswer Read() => new(Text ?? "", IsHeld ?? true, [.. (Withheld ?? []).Where(w => w is not null).Select(w => w.Read())]);
    }

    public sealed record WithheldBody(string? What, string? Section, string? Reason, bool? IsWhole, string? Address)
    {
        internal FoiWithheld Read() => new(What ?? "", Section ?? "", Reason ?? "", IsWhole ?? false) { Address = Address ?? "" };
    }

    public sealed record SentBody(DateOnly? AnsweredOn);

    public sealed record PublicationBody(IReadOnlyList<string>? Questions);

    public sealed record ReceivedRequest(string Reference);

    /// <summary>Without the requester: programs need not know.</summary>
    public sealed record StoredRequest(int Version, FoiDetails Request)
    {
        internal static StoredRequest Of(FoiRequest request) => new(request.Version, request.Details);
    }
}
