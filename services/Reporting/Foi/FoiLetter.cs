using Platform.Contracts;

namespace Platform.Reporting.Foi;

/// <summary>
/// The answer as a letter, modelled on seeds 000 and 003, with the refusal notice of 002 where something is withheld. Plain text, with a
/// blank line between paragraphs.
/// </summary>
internal static class FoiLetter
{
    public const string Title = "Freedom of Information Act 2000";

    /// <summary>What stands where a requester's name was, once they have been forgotten.</summary>
    public const string BlackedOut = "██████";

    public static string Of(FoiRequest request, Letterhead office, FoiSentences sentences, DateOnly on)
    {
        var details = request.Details;
        IEnumerable<string?> paragraphs =
        [
            string.Join("\n", new[] { office.Name, office.Address, office.Contact }.Where(l => l.Length > 0)),
            $"Our ref: {(details.OtherReference.Length > 0 ? details.OtherReference : details.Reference)}\nDate: {London.Plain(on)}",
            $"Dear {request.Requester.Name},",
            Title,
            sentences.Say(FoiSentences.Opening, ("received", London.Plain(details.ReceivedOn))),
            sentences.Of(FoiSentences.Request),
            request.Background,
            .. details.Questions.Select((q, i) => $"{i + 1}. {q}"),
            sentences.Say(FoiSentences.Searches, ("where", office.Searched)),
            sentences.Of(FoiSentences.Answer),
            .. details
                .Questions.Select((q, i) => (q, i))
                .SelectMany(q => Answered(q.i + 1, q.q, q.i < details.Answers.Count ? details.Answers[q.i] : null, sentences)),
            sentences.Say(FoiSentences.Review, ("office", office.Name), ("review", office.ReviewTo + office.ReviewAddress)),
            sentences.Of(FoiSentences.Reuse),
            sentences.Of(FoiSentences.Closing),
            $"{office.SignedBy}\nFor the {office.Name}",
            sentences.Say(FoiSentences.Copyright, ("office", office.Name)),
        ];
        return string.Join("\n\n", paragraphs.Where(p => !string.IsNullOrEmpty(p)));
    }

    /// <summary>A letter that was sent, without who asked and what they wrote around their questions.</summary>
    public static string WithoutRequester(string letter, Requester requester, string background)
    {
        var text = letter;
        if (background.Length > 0)
            text = text.Replace($"\n\n{background}\n\n", $"\n\n{BlackedOut}\n\n", StringComparison.Ordinal);
        foreach (var said in new[] { requester.Contact, requester.Name }.Concat(requester.Contact.Split('\n')).Where(s => s.Length > 0))
            text = text.Replace(said, BlackedOut, StringComparison.OrdinalIgnoreCase);
        return text;
    }

    /// <summary>What a letter says about what it withholds.</summary>
    public static string Notice(FoiWithheld part, FoiSentences sentences)
    {
        var exemption = Exemption.Find(part.Section)!;
        var applied =
            exemption.Kind == ExemptionKind.Limit
                ? $"section {part.Section} of the Act applies"
                : $"an exemption under section {part.Section} of the Act is being applied";
        var notice = sentences.Say(
            FoiSentences.Refusal,
            ("notice", exemption.Notice),
            ("applied", applied),
            ("what", part.What),
            ("namely", exemption.Namely)
        );
        return notice
            + (part.Section == Exemption.OtherMeans ? $": {part.Address}" : ".")
            + (
                part.Reason.Length == 0 ? ""
                : exemption.IsQualified ? $"\nThe public interest: {part.Reason}"
                : $"\n{part.Reason}"
            );
    }

    private static IEnumerable<string> Answered(int number, string question, FoiAnswer? answer, FoiSentences sentences)
    {
        yield return $"{number}. {question}";
        if (answer is null)
            yield break;
        if (answer.Text.Length > 0)
            yield return answer.Text;
        if (!answer.IsHeld)
            yield return sentences.Of(FoiSentences.NotHeld);
        foreach (var part in answer.Withheld)
            yield return Notice(part, sentences);
    }
}
