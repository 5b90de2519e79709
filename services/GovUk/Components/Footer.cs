using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace Platform.GovUk.Components;

/// <summary>Footer. Without the crown, the Royal Arms and "Crown copyright": a commissioner's office is not the Crown.</summary>
public static class Footer
{
    private const string Logo =
        """<svg aria-hidden="true" focusable="false" class="govuk-footer__licence-logo" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 483.2 195.7" height="17" width="41"><path fill="currentColor" d="M421.5 142.8V.1l-50.7 32.3v161.1h112.4v-50.7zm-122.3-9.6A47.12 47.12 0 0 1 221 97.8c0-26 21.1-47.1 47.1-47.1 16.7 0 31.4 8.7 39.7 21.8l42.7-27.2A97.63 97.63 0 0 0 268.1 0c-36.5 0-68.3 20.1-85.1 49.7A98 98 0 0 0 97.8 0C43.9 0 0 43.9 0 97.8s43.9 97.8 97.8 97.8c36.5 0 68.3-20.1 85.1-49.7a97.76 97.76 0 0 0 149.6 25.4l19.4 22.2h3v-87.8h-80l24.3 27.5zM97.8 145c-26 0-47.1-21.1-47.1-47.1s21.1-47.1 47.1-47.1 47.2 21 47.2 47S123.8 145 97.8 145"/></svg>""";

    private const string Licence =
        """All content is available under the <a class="govuk-footer__link" """
        + """href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/" """
        + """rel="license">Open Government Licence v3.0</a>, except where otherwise stated""";

    /// <summary>Renders the component.</summary>
    public static IHtmlContent Render(FooterOptions options)
    {
        var sections =
            options.Navigation.Count == 0 ? null : new Element("div", "govuk-footer__navigation").Add(options.Navigation.Select(Section));
        return new Element("div", Write.Classes("govuk-footer", options.Classes))
            .With(options.Attributes)
            .Add(
                new Element("div", Write.Classes("govuk-width-container", options.ContainerClasses)).Add(
                    sections,
                    sections is null ? null : new Element("hr", "govuk-footer__section-break"),
                    new Element("div", "govuk-footer__meta").Add(
                        new Element("div", "govuk-footer__meta-item govuk-footer__meta-item--grow")
                            .Add(MetaOf(options.Meta))
                            .Add(LicenceOf(options.ContentLicence))
                    )
                )
            );
    }

    private static Element Section(FooterSection section) =>
        new Element("div", "govuk-footer__section govuk-grid-column-" + (Write.Some(section.Width) ?? "full")).Add(
            new Element("h2", "govuk-footer__heading govuk-heading-m").Text(section.Title),
            section.Items.Count == 0
                ? null
                : new Element(
                    "ul",
                    Write.Classes(
                        "govuk-footer__list",
                        section.Columns is { } columns
                            ? "govuk-footer__list--columns-" + columns.ToString(CultureInfo.InvariantCulture)
                            : null
                    )
                ).Add(
                    section
                        .Items.Where(item => !string.IsNullOrEmpty(item.Href) && !string.IsNullOrEmpty(item.Text))
                        .Select(item => new Element("li", "govuk-footer__list-item").Add(Link(item)))
                )
        );

    private static IEnumerable<IHtmlContent> MetaOf(FooterMeta? meta)
    {
        if (meta is null)
            yield break;
        yield return new Element("h2", "govuk-visually-hidden").Text(Write.Some(meta.VisuallyHiddenTitle) ?? "Support links");
        if (meta.Items.Count > 0)
            yield return new Element("ul", "govuk-footer__inline-list").Add(
                meta.Items.Select(item => new Element("li", "govuk-footer__inline-list-item").Add(Link(item)))
            );
        if (!meta.IsEmpty)
            yield return new Element("div", "govuk-footer__meta-custom").Add(meta.Body);
    }

    private static Element Link(LinkOptions item) =>
        new Element("a", "govuk-footer__link").With("href", item.Href ?? "").With(item.Attributes).Text(item.Text);

    private static IEnumerable<IHtmlContent> LicenceOf(Content? licence)
    {
        if (licence is null)
            yield break;
        yield return new HtmlString(Logo);
        yield return new Element("span", "govuk-footer__licence-description").Add(licence.Body ?? new HtmlString(Licence));
    }
}
