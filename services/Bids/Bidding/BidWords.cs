using Platform.Contracts;

namespace Platform.Bids.Bidding;

/// <summary>A bid in words: for checking and printing it, and for seeing what a colleague has changed.</summary>
internal static class BidWords
{
    public static IReadOnlyList<AnswerLine> Of(BidContent content, BidContacts? contacts, Round round) =>
        [
            .. contacts is null ? [] : Contacts(contacts),
            .. Project(content, round),
            new(BidSections.Where, "where", "Areas", string.Join(", ", content.Areas), "Enter at least one area"),
            new(
                BidSections.Where,
                "where",
                "Census",
                content.Vintage?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
                "Select the census"
            ),
            .. content.Interventions.SelectMany(i => Intervention(i).Select(l => l with { Thing = i.Id, Of = i.Name })),
            .. content.Match.SelectMany(m => Match(m).Select(l => l with { Thing = m.Id, Of = m.Source })),
            .. content.Risks.SelectMany(r => Risk(r).Select(l => l with { Thing = r.Id, Of = r.Description })),
        ];

    /// <summary>The page on which an answer is changed, relative to the bid's address.</summary>
    public static string PageOf(AnswerLine line) => line.Part == "project/project" ? "project" : line.Part;

    public static string Of(Bid bid) =>
        bid.State switch
        {
            BidState.Decided => bid.Decision == Decision.Supported ? "Supported" : "Not supported",
            BidState.SentBack => "Sent back",
            BidState.UnderAssessment => "Under assessment",
            _ => $"{bid.State}",
        };

    public static string Of(MatchKind kind) => kind == MatchKind.Cash ? "Cash" : "In kind";

    private static IEnumerable<AnswerLine> Contacts(BidContacts contacts)
    {
        AnswerLine Line(string key, string value, string? missing = null) => new(BidSections.Contacts, "contacts", key, value, missing);
        yield return Line("Contact’s name", contacts.Lead.Name, "Enter a name");
        yield return Line("Job title", contacts.Lead.Role);
        yield return Line("Email", contacts.Lead.Email, "Enter an email address");
        yield return Line("Telephone", contacts.Lead.Phone);
        yield return Line(
            "Finance contact",
            string.Join(
                "\n",
                new[] { contacts.Finance.Name, contacts.Finance.Role, contacts.Finance.Email, contacts.Finance.Phone }.Where(t =>
                    t.Length > 0
                )
            )
        );
    }

    private static IEnumerable<AnswerLine> Project(BidContent content, Round round)
    {
        AnswerLine Line(string page, string key, string value, string? missing = null) =>
            new(BidSections.Project, "project/" + page, key, value, missing);
        yield return Line("project", "Title", content.Title, "Enter a title");
        yield return Line("project", "Theme", content.Theme ?? "", "Select a theme");
        yield return Line("project", "Summary", content.Summary, "Enter a summary");
        yield return Line("need", "Evidence of need", content.Need, "Enter the evidence of need");
        yield return Line("need", "Problem Profile priority", content.Priority);
        yield return Line("need", "Police and Crime Plan aim", content.PlanAim, "Enter the aim");
        foreach (var question in round.Questions)
            yield return Line(
                "questions",
                question.Text,
                content.Answers.FirstOrDefault(a => a.QuestionId == question.Id)?.Text ?? "",
                question.Optional ? null : "Answer this question"
            );
    }

    private static IEnumerable<AnswerLine> Intervention(Intervention intervention)
    {
        AnswerLine Line(string page, string key, string value, string? missing = null) =>
            new(BidSections.Interventions, $"interventions/{intervention.Id}/{page}", key, value, missing);
        yield return Line("about", "Name", intervention.Name);
        yield return Line("about", "Kind", intervention.Kind);
        yield return Line("about", "What is done", intervention.Description);
        yield return Line(
            "about",
            "Delivery",
            (intervention.From, intervention.To) switch
            {
                (null, null) => "",
                ({ } from, null) => "From " + London.Plain(from),
                (null, { } to) => "Until " + London.Plain(to),
                ({ } from, { } to) => $"{London.Plain(from)} to {London.Plain(to)}",
            }
        );
        yield return Line(
            "about",
            "Serves a priority of the Problem Profile",
            intervention.Priority.Length > 0 ? intervention.Priority
                : intervention.ServesPriority ? "Yes"
                : "No"
        );
        yield return Line(
            "budget",
            "Budget",
            string.Join("\n", intervention.Budget.OrderBy(l => l.Year).Select(l => $"{l.Kind} in {l.Year}: {l.Amount}")),
            "Enter what it costs"
        );
        yield return Line("outputs", "Outputs", string.Join("\n", intervention.Outputs.Select(Of)));
        yield return Line("assets", "To be bought", string.Join("\n", intervention.Assets.Select(Of)));
        yield return Line(
            "areas",
            "Areas",
            intervention.Areas.Count == 0 ? "All of the bid’s areas" : string.Join(", ", intervention.Areas)
        );
    }

    private static string Of(Output output) =>
        $"{output.Describe()} "
        + $"{output.Indicator}{(output.Unit.Length > 0 ? $" ({output.Unit})" : "")}{(output.Cumulative ? "" : ", each quarter by itself")}";

    private static string Of(Asset asset) =>
        string.Join(", ", new[] { $"{asset.Quantity:N0} × {asset.Kind}", asset.Model, asset.Description }.Where(t => t.Length > 0));

    private static IEnumerable<AnswerLine> Match(MatchLine match)
    {
        AnswerLine Line(string key, string value) => new(BidSections.Match, $"match-funding/{match.Id}", key, value);
        yield return Line("Source", match.Source);
        yield return Line("Year", match.Year.ToString());
        yield return Line("Kind", Of(match.Kind));
        yield return Line("Amount", match.Amount.ToString());
        yield return Line("Committed", match.Committed ? "Yes" : "Not yet");
    }

    private static IEnumerable<AnswerLine> Risk(Risk risk)
    {
        AnswerLine Line(string key, string value) => new(BidSections.Risks, $"risks/{risk.Id}", key, value);
        yield return Line("What may go wrong", risk.Description);
        yield return Line("Likelihood", risk.Likelihood.ToString());
        yield return Line("Impact", risk.Impact.ToString());
        yield return Line("What is done about it", risk.Mitigation);
        yield return Line("Who watches it", risk.Owner);
    }
}
