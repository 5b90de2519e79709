using Platform.Contracts;

namespace Platform.Reporting.Foi;

/// <summary>
/// The answer as a letter, modelled on seeds 000 and 003, with the refusal notice of 002 where something is withheld. Plain text, with a
/// blank line between paragraphs.
/// </summary>
internal static class FoiLetter
{
    public const string Title = "Freedom of Information Act 2000";

    public static string Of(FoiRequest request, Letterhead office, DateOnly on)
    {
        var details = request.Details;
        IEnumerable<string?> paragraphs =
        [
            string.Join("\n", new[] { office.Name, office.Address, office.Contact }.Where(l => l.Length > 0)),
            $"Our ref: {(details.OtherReference.Length > 0 ? details.OtherReference : details.Reference)}\nDate: {London.Plain(on)}",
            $"Dear {request.Requester.Name},",
            Title,
            $"I write further to your request for information received on {London.Plain(details.ReceivedOn)}.",
            "I note you seek access to the following information:",
            request.Background,
            .. details.Questions.Select((q, i) => $"{i + 1}. {q}"),
            $"Following receipt of your request, searches were conducted{office.Searched} to locate information relevant to your request.",
            "Your request for information has now been considered and the information asked for is as follows:",
            .. details
                .Questions.Select((q, i) => (q, i))
                .SelectMany(q => Answered(q.i + 1, q.q, q.i < details.Answers.Count ? details.Answers[q.i] : null)),
            $"The {office.Name} provides you the right to ask for a re-examination of your request under its review procedure. Letters "
                + $"should be addressed to {office.ReviewTo}{office.ReviewAddress}. "
                + "If you decide to request such a review and having followed the full process you are still dissatisfied, then you have "
                + "the right to direct your comments to the Information Commissioner who will give it consideration.",
            "You may re-use the information under the Open Government Licence.",
            "Yours sincerely",
            $"{office.SignedBy}\nFor the {office.Name}",
            $"The {office.Name} in complying with its statutory duty under sections 1 and 11 of the Freedom of Information Act 2000 to "
                + "release the enclosed information will not breach the Copyright, Designs and Patents Act 1988. "
                + "However, the rights of the copyright owner of the enclosed information will continue to be protected by law.",
        ];
        return string.Join("\n\n", paragraphs.Where(p => !string.IsNullOrEmpty(p)));
    }

    /// <summary>What a letter says about what it withholds.</summary>
    public static string Notice(FoiWithheld part)
    {
        var exemption = Exemption.Find(part.Section)!;
        var applied =
            exemption.Kind == ExemptionKind.Limit
                ? $"section {part.Section} of the Act applies"
                : $"an exemption under section {part.Section} of the Act is being applied";
        var notice =
            $"For your information this letter constitutes a refusal notice under section {exemption.Notice} of the Freedom of "
            + $"Information Act 2000 because {applied} to {part.What}, namely {exemption.Namely}";
        return notice
            + (part.Section == Exemption.OtherMeans ? $": {part.Address}" : ".")
            + (
                part.Reason.Length == 0 ? ""
                : exemption.IsQualified ? $"\nThe public interest: {part.Reason}"
                : $"\n{part.Reason}"
            );
    }

    private static IEnumerable<string> Answered(int number, string question, FoiAnswer? answer)
    {
        yield return $"{number}. {question}";
        if (answer is null)
            yield break;
        if (answer.Text.Length > 0)
            yield return answer.Text;
        if (!answer.IsHeld)
            yield return "We do not hold this information.";
        foreach (var part in answer.Withheld)
            yield return Notice(part);
    }
}
