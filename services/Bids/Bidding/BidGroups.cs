using Platform.Contracts;

namespace Platform.Bids.Bidding;

/// <summary>A bid's answers as its pages show them: section by section, with a card for each thing in a list.</summary>
internal static class BidGroups
{
    /// <summary>The answers to be read.</summary>
    public static IReadOnlyList<AnswerGroup> Of(IReadOnlyList<AnswerLine> lines) =>
        [.. BidSections.All.SelectMany(s => Of(s, lines, "", mayChange: false))];

    /// <summary>The answers to be checked: each one that may be changed links to its page.</summary>
    public static IReadOnlyList<AnswerGroup> Of(
        IReadOnlyList<AnswerLine> lines,
        IReadOnlyList<Attachment> files,
        string address,
        Func<string, bool> mayChange
    ) =>
        [
            .. BidSections.All.SelectMany(s => Of(s, lines, address, mayChange(s))),
            AttachmentsRow.Group(files, address, mayChange(BidSections.Attachments)) with
            {
                IsHeading = true,
            },
        ];

    /// <summary>The card of one intervention, source of match funding or risk.</summary>
    /// <param name="lines">All of the bid's answers.</param>
    /// <param name="address">The bid's address.</param>
    /// <param name="section">The list that it is in.</param>
    /// <param name="id">The thing's id.</param>
    /// <param name="back">Where a change leads back to; null where it cannot be changed.</param>
    public static AnswerGroup Card(IReadOnlyList<AnswerLine> lines, string address, string section, Guid id, string? back)
    {
        var own = lines.Where(l => l.Thing == id).ToList();
        return new(own[0].Of, [.. own.Select(l => AnswerRow.Of(l, Change(l, address, back)))])
        {
            Remove = back is null ? null : $"{address}/{section}/{id}/remove",
        };
    }

    /// <summary>What the bid adds up to.</summary>
    public static AnswerGroup Totals(BidContent content, Round round, PriorityShare? share = null) =>
        new("What the bid adds up to", [.. BidTotals.Of(content, round, share).Select(t => new AnswerRow(t.Key, t.Value))])
        {
            IsHeading = true,
        };

    private static IEnumerable<AnswerGroup> Of(string section, IReadOnlyList<AnswerLine> lines, string address, bool mayChange)
    {
        // Files are not answers, and not everybody is shown the contacts.
        if (section == BidSections.Attachments || (section == BidSections.Contacts && lines.All(l => l.Section != section)))
            return [];
        var (own, back) = (lines.Where(l => l.Section == section).ToList(), mayChange ? "check" : null);
        return
        [
            new(BidSections.Name(section), [.. own.Where(l => l.Thing is null).Select(l => AnswerRow.Of(l, Change(l, address, back)))])
            {
                IsHeading = true,
                Instead =
                    own.Count > 0 ? null
                    : mayChange && section == BidSections.Interventions ? new("Add at least one intervention", $"{address}/{section}")
                    : mayChange && section == BidSections.Risks ? new("Add at least one risk", $"{address}/{section}")
                    : new("None"),
            },
            .. own.Where(l => l.Thing is not null).Select(l => l.Thing!.Value).Distinct().Select(t => Card(own, address, section, t, back)),
        ];
    }

    private static string? Change(AnswerLine line, string address, string? back) =>
        back is null ? null : $"{address}/{BidWords.PageOf(line)}?return={back}";
}
