using System.Security.Claims;
using Microsoft.AspNetCore.Html;
using Platform.GovUk.Components;

namespace Platform.GovUk;

/// <summary>The end of the navigation: who is signed in, and signing out, which is a POST so that no link or picture can do it.</summary>
internal static class SignedIn
{
    /// <summary>Two items of the navigation; nothing for nobody.</summary>
    public static string? Markup(ClaimsPrincipal user)
    {
        if (user.Identity?.IsAuthenticated != true)
            return null;
        IHtmlContent name = new Element("li", "govuk-service-navigation__item platform-signed-in").Add(
            new Element("a", "govuk-service-navigation__link")
                .With("href", "/account")
                .Add(
                    new Element("span", "govuk-visually-hidden").Text("Signed in as "),
                    new HtmlContentBuilder().Append(user.Identity.Name ?? ""),
                    new Element("span", "govuk-visually-hidden").Text(": your account")
                )
        );
        var form = new Element("li", "govuk-service-navigation__item").Add(
            new Element("form")
                .With("method", "post")
                .With("action", "/account/sign-out")
                .With("novalidate", "")
                .Add(new Element("button", "platform-link-button").With("type", "submit").Text("Sign out"))
        );
        return Words.Markup(name, form);
    }
}
