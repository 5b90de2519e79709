using Platform.Contracts;

namespace Platform.Reporting.Foi;

/// <summary>What programs send and read about requests.</summary>
internal static class FoiBodies
{
    /// <summary>A request to be logged.</summary>
    /// <param name="Subject">What it is about, in 200 characters or less.</param>
    /// <param name="OtherReference">The number that the office's letters give it: "1680/21"; left out for none.</param>
    /// <param name="Background">What the letter says around its questions. It is deleted with the requester's name.</param>
    /// <param name="Questions">What is asked, question by question.</param>
    /// <param name="RequesterName">Who asks, as the answer should address them.</param>
    /// <param name="RequesterContact">Their e-mail or postal address.</param>
    /// <param name="ReceivedOn">The day on which it came in.</param>
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

    /// <summary>What to draft the answers from.</summary>
    /// <param name="Programme">The programme whose grants answer the questions, by name.</param>
    /// <param name="Interventions">The interventions to answer for, by id; left out for all of the programme's.</param>
    /// <param name="Sources">What answers each question, in the order of the questions.</param>
    /// <param name="Withhold">What the answers leave out.</param>
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

    /// <summary>Fields that an answer leaves out.</summary>
    /// <param name="Kind">A kind of camera as grants name it, or LSOAs.</param>
    /// <param name="Fields">What is left out of cameras: model, description, number; anything at all for LSOAs.</param>
    /// <param name="Section">The section of the Act that exempts it: "31".</param>
    /// <param name="Reason">The public interest in withholding it; needed where the exemption is qualified.</param>
    public sealed record WithholdingBody(string? Kind, IReadOnlyList<string>? Fields, string? Section, string? Reason);

    /// <summary>A draft of the answers.</summary>
    /// <param name="Answers">One answer for each question, in the order of the questions.</param>
    public sealed record AnswersBody(IReadOnlyList<AnswerBody>? Answers)
    {
        internal IReadOnlyList<FoiAnswer> Read() => [.. (Answers ?? []).Select(a => a?.Read() ?? new("", true, []))];
    }

    /// <summary>The answer to one question.</summary>
    /// <param name="Text">The office's words; empty where it is answered together with the next question.</param>
    /// <param name="IsHeld">Whether the information is held; true where it is left out.</param>
    /// <param name="Withheld">What is not given, and why.</param>
    public sealed record AnswerBody(string? Text, bool? IsHeld, IReadOnlyList<WithheldBody>? Withheld)
    {
        internal FoiAnswer Read() => new(Text ?? "", IsHeld ?? true, [.. (Withheld ?? []).Where(w => w is not null).Select(w => w.Read())]);
    }

    /// <summary>Information that is held and not given.</summary>
    /// <param name="What">What it is, without saying what it says: "ANPR cameras: model and description".</param>
    /// <param name="Section">The section of the Act that exempts it: "31".</param>
    /// <param name="Reason">The public interest for a qualified exemption; why the section applies for another.</param>
    /// <param name="IsWhole">Whether the question is refused as a whole; false where it is left out.</param>
    /// <param name="Address">Where the public finds it (section 21); left out otherwise.</param>
    public sealed record WithheldBody(string? What, string? Section, string? Reason, bool? IsWhole, string? Address)
    {
        internal FoiWithheld Read() => new(What ?? "", Section ?? "", Reason ?? "", IsWhole ?? false) { Address = Address ?? "" };
    }

    /// <summary>That the answer was sent.</summary>
    /// <param name="AnsweredOn">The day on which it was sent.</param>
    public sealed record SentBody(DateOnly? AnsweredOn);

    /// <summary>What goes into the disclosure log.</summary>
    /// <param name="Questions">The questions as they are published, with nothing in them that says who asked; one for each.</param>
    public sealed record PublicationBody(IReadOnlyList<string>? Questions);

    /// <summary>Sentences to be changed.</summary>
    /// <param name="Sentences">Their words, by key; empty leaves a sentence out, where letters can do without it.</param>
    public sealed record SentencesBody(Dictionary<string, string?>? Sentences);

    /// <summary>The fixed sentences of letters.</summary>
    /// <param name="Version">Grows by one with every change, from 0; the ETag.</param>
    /// <param name="Sentences">All of them, in the order of a letter.</param>
    public sealed record StoredSentences(int Version, IReadOnlyList<StoredSentence> Sentences);

    /// <summary>A fixed sentence of letters.</summary>
    /// <param name="Key">How it is posted: "review".</param>
    /// <param name="Name">Which one it is.</param>
    /// <param name="Text">Its words now, with braces where something is filled in.</param>
    /// <param name="Usual">Its words until the office changes them.</param>
    public sealed record StoredSentence(string Key, string Name, string Text, string Usual);

    /// <summary>The request that was logged.</summary>
    /// <param name="Reference">Its reference: FOI-2021-001.</param>
    public sealed record ReceivedRequest(string Reference);

    /// <summary>A request without the requester, whom programs need not know.</summary>
    /// <param name="Version">Grows by one with every change; the ETag.</param>
    /// <param name="Request">The request as it stands.</param>
    public sealed record StoredRequest(int Version, FoiDetails Request)
    {
        internal static StoredRequest Of(FoiRequest request) => new(request.Version, request.Details);
    }
}
