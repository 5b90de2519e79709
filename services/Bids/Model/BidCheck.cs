using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Model;

/// <summary>What must be there before a bid can be submitted. Each problem's field is its section, of <see cref="BidSections"/>.</summary>
internal static class BidCheck
{
    public static IReadOnlyList<Problem> Missing(Bid bid, Round round) => [.. BidSections.All.SelectMany(section => Missing(section, bid, round))];

    public static IReadOnlyList<Problem> Missing(string section, Bid bid, Round round) =>
        [.. Check(section, bid.Content, bid.Contacts, round).Select(message => new Problem(section, message))];

    private static IEnumerable<string> Check(string section, BidContent content, BidContacts contacts, Round round) => section switch
    {
        BidSections.Contacts => ForContacts(contacts),
        BidSections.Project => ForProject(content, round),
        BidSections.Where => ForWhere(content),
        BidSections.Interventions => ForInterventions(content, round),
        BidSections.Risks => content.Risks.Count == 0 ? ["Add at least one risk"] : [],
        _ => [],
    };

    private static IEnumerable<string> ForContacts(BidContacts contacts)
    {
        if (contacts.Lead.Name.Length == 0) yield return "Enter the name of the person to ask about the bid";
        if (contacts.Lead.Email.Length == 0) yield return "Enter an email address for questions about the bid";
    }

    private static IEnumerable<string> ForProject(BidContent content, Round round)
    {
        if (content.Title.Length == 0) yield return "Enter a title";
        if (string.IsNullOrEmpty(content.Theme)) yield return "Select a theme";
        if (content.Summary.Length == 0) yield return "Enter a summary";
        if (content.Need.Length == 0) yield return "Enter the evidence of need";
        if (content.PlanAim.Length == 0) yield return "Enter the Police and Crime Plan aim that it serves";
        foreach (var question in round.Questions.Where(q => !q.Optional && content.Answers.All(a => a.QuestionId != q.Id || a.Text.Length == 0)))
            yield return $"Answer the question “{question.Text}”";
    }

    private static IEnumerable<string> ForWhere(BidContent content)
    {
        if (content.Areas.Count == 0) yield return "Enter at least one area";
        else if (content.Vintage is null) yield return "Select the census that the areas are from";
    }

    private static IEnumerable<string> ForInterventions(BidContent content, Round round)
    {
        if (content.Interventions.Count == 0) yield return "Add at least one intervention";
        if (round.CapPerBid is { } cap && content.Total > cap) yield return $"The bid asks for {content.Total}. It must be {cap} or less";
        foreach (var area in content.Interventions.SelectMany(i => i.Areas).Distinct().Except(content.Areas))
            if (content.Areas.Count > 0) yield return $"{area} is an area of an intervention and not of the bid. Add it to the bid’s areas, or take it out of the intervention";
    }
}
