using Microsoft.AspNetCore.Html;

namespace Platform.GovUk.Components;

/// <summary>Options of <see cref="NotificationBanner"/>.</summary>
public sealed record NotificationBannerOptions : Content
{
    /// <summary>"success" for the green one.</summary>
    public string? Type { get; init; }

    /// <summary>"alert" for success, otherwise "region".</summary>
    public string? Role { get; init; }

    /// <summary>"Important" or "Success" if null.</summary>
    public string? TitleText { get; init; }

    /// <summary>The same as markup.</summary>
    public string? TitleHtml { get; init; }

    /// <summary>The id of the title.</summary>
    public string? TitleId { get; init; }

    /// <summary>"2" if null.</summary>
    public string? TitleHeadingLevel { get; init; }

    /// <summary>Whether focus stays where it is.</summary>
    public bool? DisableAutoFocus { get; init; }
}

/// <summary>Notification banner.</summary>
public static class NotificationBanner
{
    /// <summary>Renders the component.</summary>
    public static IHtmlContent Render(NotificationBannerOptions options)
    {
        var success = options.Type == "success";
        var id = Write.Some(options.TitleId) ?? "govuk-notification-banner-title";
        return new Element(
            "div",
            Write.Classes("govuk-notification-banner", success ? "govuk-notification-banner--success" : null, options.Classes)
        )
            .With("role", Write.Some(options.Role) ?? (success ? "alert" : "region"))
            .With("aria-labelledby", id)
            .With("data-module", "govuk-notification-banner")
            .With("data-disable-auto-focus", Write.Flag(options.DisableAutoFocus))
            .With(options.Attributes)
            .Add(
                new Element("div", "govuk-notification-banner__header").Add(
                    new Element("h" + (Write.Some(options.TitleHeadingLevel) ?? "2"), "govuk-notification-banner__title")
                        .With("id", id)
                        .Add(Write.Body(options.TitleHtml, Write.Some(options.TitleText) ?? (success ? "Success" : "Important")))
                ),
                new Element("div", "govuk-notification-banner__content").Add(
                    !string.IsNullOrEmpty(options.Html) ? options.Body
                    : string.IsNullOrEmpty(options.Text) ? null
                    : new Element("p", "govuk-notification-banner__heading").Text(options.Text)
                )
            );
    }
}
