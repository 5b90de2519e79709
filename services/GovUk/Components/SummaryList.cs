using Microsoft.AspNetCore.Html;

namespace Platform.GovUk.Components;

/// <summary>Summary list, by itself or in a card.</summary>
public static class SummaryList
{
    /// <summary>Renders the component.</summary>
    public static IHtmlContent Render(SummaryListOptions options)
    {
        var rows = options.Rows.OfType<SummaryListRow>().ToList();
        var anyActions = rows.Any(row => row.Actions?.Items is { Count: > 0 });
        var list = new Element("dl", Write.Classes("govuk-summary-list", options.Classes))
            .With(options.Attributes)
            .Add(rows.Select(row => Row(row, anyActions, options.Card?.Title)));
        return options.Card is { } card ? Card(card, list) : list;
    }

    private static Element Row(SummaryListRow row, bool anyActions, SummaryCardTitle? title)
    {
        var noActions = anyActions && row.Actions?.Items is null ? "govuk-summary-list__row--no-actions" : null;
        return new Element("div", Write.Classes("govuk-summary-list__row", noActions, row.Classes)).Add(
            new Element("dt", Write.Classes("govuk-summary-list__key", row.Key.Classes)).Add(row.Key.Body),
            new Element("dd", Write.Classes("govuk-summary-list__value", row.Value.Classes)).Add(row.Value.Body),
            row.Actions?.Items switch
            {
                null or [] => null,
                [var only] => new Element("dd", Write.Classes("govuk-summary-list__actions", row.Actions.Classes)).Add(Link(only, title)),
                var several => new Element("dd", Write.Classes("govuk-summary-list__actions", row.Actions.Classes)).Add(
                    new Element("ul", "govuk-summary-list__actions-list").Add(
                        several.Select(action => new Element("li", "govuk-summary-list__actions-list-item").Add(Link(action, title)))
                    )
                ),
            }
        );
    }

    private static Element Link(ActionLink action, SummaryCardTitle? title)
    {
        var link = new Element("a", Write.Classes("govuk-link", action.Classes))
            .With("href", action.Href ?? "")
            .With(action.Attributes)
            .Add(action.Body);
        if (string.IsNullOrEmpty(action.VisuallyHiddenText) && title is null)
            return link;
        var hidden = new Element("span", "govuk-visually-hidden").Text(
            string.IsNullOrEmpty(action.VisuallyHiddenText) ? null : " " + action.VisuallyHiddenText
        );
        return link.Add(title is null ? hidden : hidden.Text(" (").Add(title.Body).Text(")"));
    }

    private static Element Card(SummaryCard card, Element list) =>
        new Element("div", Write.Classes("govuk-summary-card", card.Classes))
            .With(card.Attributes)
            .Add(
                new Element("div", "govuk-summary-card__title-wrapper").Add(
                    card.Title is { } title
                        ? new Element(
                            "h" + (Write.Some(title.HeadingLevel) ?? "2"),
                            Write.Classes("govuk-summary-card__title", title.Classes)
                        ).Add(title.Body)
                        : null,
                    card.Actions?.Items switch
                    {
                        null or [] => null,
                        [var only] => new Element("div", Write.Classes("govuk-summary-card__actions", card.Actions.Classes)).Add(
                            Link(only, card.Title)
                        ),
                        var several => new Element("ul", Write.Classes("govuk-summary-card__actions", card.Actions.Classes)).Add(
                            several.Select(action => new Element("li", "govuk-summary-card__action").Add(Link(action, card.Title)))
                        ),
                    }
                ),
                new Element("div", "govuk-summary-card__content").Add(list)
            );
}
