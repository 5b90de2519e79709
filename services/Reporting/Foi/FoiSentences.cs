namespace Platform.Reporting.Foi;

/// <summary>A fixed sentence of the office's letters. What stands between two braces is filled in for each letter.</summary>
/// <param name="Key">How it is kept and posted: "review".</param>
/// <param name="Name">Which one it is, for whoever changes it.</param>
/// <param name="Usual">Its words until the office changes them.</param>
/// <param name="Needed">What it must name, because the Act asks for it or the letter would make no sense.</param>
/// <param name="Offered">What else it may name.</param>
/// <param name="MayBeLeftOut">Whether letters can do without it.</param>
internal sealed record FoiSentence(
    string Key,
    string Name,
    string Usual,
    IReadOnlyList<string> Needed,
    IReadOnlyList<string> Offered,
    bool MayBeLeftOut = false
);

/// <summary>The fixed sentences of letters, after seeds 000, 002 and 003, as the office has them.</summary>
internal sealed record FoiSentences(IReadOnlyDictionary<string, string> Changed)
{
    public const int Longest = 2_000;
    public const string Opening = "opening";
    public const string Request = "request";
    public const string Searches = "searches";
    public const string Answer = "answer";
    public const string NotHeld = "not-held";
    public const string Refusal = "refusal";
    public const string Review = "review";
    public const string Reuse = "re-use";
    public const string Closing = "closing";
    public const string Copyright = "copyright";

    public static readonly IReadOnlyList<FoiSentence> All =
    [
        new(Opening, "Opening", "I write further to your request for information received on {{received}}.", ["received"], []),
        new(Request, "Before what was asked", "I note you seek access to the following information:", [], []),
        new(
            Searches,
            "Searches",
            "Following receipt of your request, searches were conducted{{where}} to locate information relevant to your request.",
            [],
            ["where"],
            MayBeLeftOut: true
        ),
        new(
            Answer,
            "Before the answers",
            "Your request for information has now been considered and the information asked for is as follows:",
            [],
            []
        ),
        new(NotHeld, "What is not held", "We do not hold this information.", [], []),
        new(
            Refusal,
            "Refusal notice",
            "For your information this letter constitutes a refusal notice under section {{notice}} of the Freedom of Information Act 2000 "
                + "because {{applied}} to {{what}}, namely {{namely}}",
            ["notice", "applied", "what", "namely"],
            []
        ),
        new(
            Review,
            "How to complain",
            "The {{office}} provides you the right to ask for a re-examination of your request under its review procedure. Letters should "
                + "be addressed to {{review}}. "
                + "If you decide to request such a review and having followed the full process you are still dissatisfied, then you have "
                + "the right to direct your comments to the Information Commissioner who will give it consideration.",
            ["review"],
            ["office"]
        ),
        new(Reuse, "Re-use", "You may re-use the information under the Open Government Licence.", [], [], MayBeLeftOut: true),
        new(Closing, "Closing", "Yours sincerely", [], []),
        new(
            Copyright,
            "Copyright",
            "The {{office}} in complying with its statutory duty under sections 1 and 11 of the Freedom of Information Act 2000 to release "
                + "the enclosed information will not breach the Copyright, Designs and Patents Act 1988. "
                + "However, the rights of the copyright owner of the enclosed information will continue to be protected by law.",
            [],
            ["office"],
            MayBeLeftOut: true
        ),
    ];

    /// <summary>The sentences as no office has changed them.</summary>
    public static readonly FoiSentences Usual = new(new Dictionary<string, string>());

    /// <summary>A sentence with its braces still in it.</summary>
    public string Of(string key) => Changed.GetValueOrDefault(key) ?? All.Single(s => s.Key == key).Usual;

    /// <summary>A sentence with its braces filled in.</summary>
    public string Say(string key, params (string Name, string Value)[] filled) =>
        filled.Aggregate(Of(key), (text, f) => text.Replace("{{" + f.Name + "}}", f.Value, StringComparison.Ordinal));
}
