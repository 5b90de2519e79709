using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

/// <summary>What a bid needs before it can be submitted. Each problem's field is a section of <see cref="BidSections"/>.</summary>
internal static class BidCheck
{
    public static IReadOnlyList<Problem> Missing(Bid bid, Round round) =>
        [.. BidSections.All.SelectMany(section => Missing(section, bid, round))];

    public static IReadOnlyList<Problem> Missing(string section, Bid bid, Round round) =>
        [.. Unanswered(section, bid, round).Select(answer => new Problem(section, answer.Message))];

    /// <summary>The same, with the page and field where each can be put right: "project#Title".</summary>
    public static IEnumerable<(string Where, string Message)> Unanswered(string section, Bid bid, Round round) =>
        [
            .. Missing(section, bid.Content, bid.Contacts, round),
            .. bid.Unanswered.Any(n => n.Section == section)
                ? [(SectionNotes.PartOf(section), $"Answer what the office asked about {BidSections.Name(section)}")]
                : Array.Empty<(string, string)>(),
        ];

    private static IEnumerable<(string, string)> Missing(string section, BidContent content, BidContacts contacts, Round round) =>
        section switch
        {
            BidSections.Contacts => ForContacts(contacts),
            BidSections.Project => ForProject(content, round),
            BidSections.Where => ForWhere(content),
            BidSections.Interventions => ForInterventions(content, round),
            BidSections.Risks => content.Risks.Count == 0 ? [("risks", "Add at least one risk")] : [],
            _ => [],
        };

    /// <summary>
    /// Whether nothing is missing from a section and its partnership has marked it as complete. In a bid that is sent back, sections that
    /// were not sent back need no mark.
    /// </summary>
    public static bool IsComplete(string section, Bid bid, Round round) =>
        Missing(section, bid, round).Count == 0
        && (bid.Content.Completed.Contains(section) || (bid.State == BidState.SentBack && bid.SentBack.All(n => n.Section != section)));

    /// <summary>Whether the declaration can be made.</summary>
    public static bool IsReady(Bid bid, Round round) => BidSections.All.All(section => IsComplete(section, bid, round));

    private static IEnumerable<(string, string)> ForContacts(BidContacts contacts)
    {
        if (contacts.Lead.Name.Length == 0)
            yield return ("contacts#Lead_Name", "Enter the name of the person to ask about the bid");
        if (contacts.Lead.Email.Length == 0)
            yield return ("contacts#Lead_Email", "Enter an email address for questions about the bid");
    }

    private static IEnumerable<(string, string)> ForProject(BidContent content, Round round)
    {
        if (content.Title.Length == 0)
            yield return ("project#Title", "Enter a title");
        if (string.IsNullOrEmpty(content.Theme))
            yield return ("project#Theme", "Select a theme");
        if (content.Summary.Length == 0)
            yield return ("project#Summary", "Enter a summary");
        if (content.Need.Length == 0)
            yield return ("project/need#Need", "Enter the evidence of need");
        if (content.PlanAim.Length == 0)
            yield return ("project/need#PlanAim", "Enter the Police and Crime Plan aim that it serves");
        foreach (
            var (i, question) in round
                .Questions.Index()
                .Where(q => !q.Item.Optional && content.Answers.All(a => a.QuestionId != q.Item.Id || a.Text.Length == 0))
        )
            yield return ($"project/questions#Typed_{i}__Text", $"Answer the question “{question.Text}”");
    }

    private static IEnumerable<(string, string)> ForWhere(BidContent content)
    {
        if (content.Areas.Count == 0)
            yield return ("where#Areas", "Enter at least one area");
        else if (content.Vintage is null)
            yield return ("where#Vintage", "Select the census that the areas are from");
    }

    private static IEnumerable<(string, string)> ForInterventions(BidContent content, Round round)
    {
        if (content.Interventions.Count == 0)
            yield return ("interventions", "Add at least one intervention");
        foreach (var intervention in content.Interventions.Where(i => i.Budget.Count == 0))
            yield return (
                $"interventions/{intervention.Id}/budget#Amounts_0__Typed",
                $"Enter what {intervention.Name} costs, in at least one year"
            );
        if (round.CapPerBid is { } cap && content.Total > cap)
            yield return ("interventions", $"The bid asks for {content.Total}. It must be {cap} or less");
        foreach (var intervention in content.Areas.Count > 0 ? content.Interventions : [])
        foreach (var area in intervention.Areas.Except(content.Areas))
            yield return (
                $"interventions/{intervention.Id}/areas",
                $"{area} is an area of {intervention.Name} and not of the bid. Add it to the bid’s areas, or take it out of the "
                    + "intervention"
            );
    }
}
