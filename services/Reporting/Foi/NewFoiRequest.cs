using System.Text.RegularExpressions;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Foi;

/// <summary>Who asked. Personal data, which is in the request's own row and in the letter, and nowhere else.</summary>
/// <param name="Name">Their name, as the letter addresses them.</param>
/// <param name="Contact">E-mail or postal address.</param>
internal sealed partial record Requester(string Name, string Contact)
{
    /// <summary>As they were typed. What has an @ and stands by itself, between commas or lines, is an e-mail address.</summary>
    public static Requester Of(NewFoiRequest typed) =>
        new(
            TypedText.Line(typed.Name),
            Part().Replace(TypedText.Tidy(typed.Contact), part => EmailAddress.Read(part.Value) ?? TypedText.Line(part.Value))
        );

    /// <summary>Whether each e-mail address in it can work.</summary>
    public bool CanBeReached => Part().Matches(Contact).All(part => !At().IsMatch(part.Value) || EmailAddress.Read(part.Value) is not null);

    [GeneratedRegex(@"[^\s,;][^,;\n]*")]
    private static partial Regex Part();

    // Also those that are as wide as a Chinese character, or small.
    [GeneratedRegex("[@＠﹫]")]
    private static partial Regex At();
}

/// <summary>A request as it is logged.</summary>
internal sealed partial record NewFoiRequest
{
    public const int LongestSubject = 200;
    public const int LongestText = 8000;

    public string? Subject { get; init; }

    /// <summary>The number that the office's letters give it.</summary>
    public string? OtherReference { get; init; }

    /// <summary>What the letter says around its questions. It may say who asks, so it is deleted with the requester's name.</summary>
    public string? Background { get; init; }
    public IReadOnlyList<string> Questions { get; init; } = [];
    public string? Name { get; init; }
    public string? Contact { get; init; }
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>
    /// Splits a letter into its questions, each of which begins a line with its number: "1." or "2)". Without numbers, the whole is one
    /// question.
    /// </summary>
    public static IReadOnlyList<string> Split(string? typed)
    {
        var text = TypedText.Tidy(typed);
        if (text.Length == 0)
            return [];
        var starts = Number().Matches(text);
        if (starts.Count == 0)
            return [text];
        // What comes before the first number belongs to the first question.
        return
        [
            .. starts
                .Select(
                    (start, i) =>
                        (i == 0 ? text[..start.Index] : "")
                        + text[(start.Index + start.Length)..(i + 1 < starts.Count ? starts[i + 1].Index : text.Length)]
                )
                .Select(q => q.Trim())
                .Where(q => q.Length > 0),
        ];
    }

    public IReadOnlyList<Problem> Problems(DateOnly today)
    {
        var problems = new List<Problem>();
        Check(nameof(Subject), Subject, "Enter what the request is about", LongestSubject, "Subject");
        if (TypedText.Line(OtherReference).Length > 40)
            problems.Add(new(nameof(OtherReference), "Your own reference must be 40 characters or fewer"));
        if (TypedText.Tidy(Background).Length > LongestText)
            problems.Add(new(nameof(Background), "Text around the questions must be 8,000 characters or fewer"));
        if (Questions.Count == 0 || Questions.Any(q => TypedText.Tidy(q).Length == 0))
            problems.Add(new(nameof(Questions), "Enter what is asked, in the requester’s own words"));
        else if (Questions.Count > 50 || Questions.Sum(q => q.Length) > LongestText)
            problems.Add(new(nameof(Questions), "Questions must be 50 or fewer, and 8,000 characters or fewer in all"));
        Check(nameof(Name), Name, "Enter the requester’s name: a request without one is none (section 8)", 200, "Name");
        Check(nameof(Contact), Contact, "Enter an e-mail or postal address to answer to", 500, "Address");
        if (!Requester.Of(this).CanBeReached)
            problems.Add(new(nameof(Contact), EmailAddress.Problem));
        if (ReceivedOn is not { } received)
            problems.Add(new(nameof(ReceivedOn), "Enter the day on which it was received"));
        else if (received > today)
            problems.Add(new(nameof(ReceivedOn), "The day on which it was received must be today or in the past"));
        else if (received < new DateOnly(2005, 1, 1))
            problems.Add(
                new(nameof(ReceivedOn), "The day on which it was received must be 1 January 2005 or later: the Act was not in force before")
            );
        return problems;

        void Check(string field, string? typed, string missing, int longest, string name)
        {
            var length = TypedText.Tidy(typed).Length;
            if (length == 0)
                problems.Add(new(field, missing));
            else if (length > longest)
                problems.Add(new(field, $"{name} must be {longest} characters or fewer"));
        }
    }

    [GeneratedRegex(@"^[ \t]*\d{1,2}[.)]\s+", RegexOptions.Multiline)]
    private static partial Regex Number();
}
