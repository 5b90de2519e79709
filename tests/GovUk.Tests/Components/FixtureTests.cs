using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Html;
using Platform.GovUk.Components;
using Xunit;

namespace Platform.GovUk.Tests.Components;

/// <summary>Every component renders every example of GOV.UK Frontend to the same DOM.</summary>
public sealed class FixtureTests
{
    private static readonly Dictionary<string, Func<JsonObject, IHtmlContent>> Renderers = new()
    {
        ["back-link"] = By<LinkOptions>(BackLink.Render),
        ["breadcrumbs"] = By<BreadcrumbsOptions>(Breadcrumbs.Render),
        ["button"] = By<ButtonOptions>(Button.Render),
        ["character-count"] = By<CharacterCountOptions>(CharacterCount.Render),
        ["checkboxes"] = By<ChoicesOptions>(Checkboxes.Render),
        ["date-input"] = By<DateInputOptions>(DateInput.Render),
        ["details"] = By<DetailsOptions>(Details.Render),
        ["error-message"] = By<ErrorMessageOptions>(ErrorMessage.Render),
        ["error-summary"] = By<ErrorSummaryOptions>(ErrorSummary.Render),
        ["fieldset"] = By<FieldsetOptions>(Fieldset.Render),
        ["file-upload"] = By<FileUploadOptions>(FileUpload.Render),
        ["footer"] = By<FooterOptions>(Footer.Render),
        ["generic-header"] = By<GenericHeaderOptions>(GenericHeader.Render),
        ["hint"] = By<Content>(Hint.Render),
        ["input"] = By<InputOptions>(Input.Render),
        ["inset-text"] = By<Content>(InsetText.Render),
        ["label"] = By<LabelOptions>(Label.Render),
        ["notification-banner"] = By<NotificationBannerOptions>(NotificationBanner.Render),
        ["pagination"] = By<PaginationOptions>(Pagination.Render),
        ["panel"] = By<PanelOptions>(Panel.Render),
        ["password-input"] = By<PasswordInputOptions>(PasswordInput.Render),
        ["phase-banner"] = By<PhaseBannerOptions>(PhaseBanner.Render),
        ["radios"] = By<ChoicesOptions>(Radios.Render),
        ["select"] = By<SelectOptions>(Select.Render),
        ["service-navigation"] = By<ServiceNavigationOptions>(ServiceNavigation.Render),
        ["skip-link"] = By<LinkOptions>(SkipLink.Render),
        ["summary-list"] = By<SummaryListOptions>(SummaryList.Render),
        ["table"] = By<TableOptions>(Table.Render),
        ["tabs"] = By<TabsOptions>(Tabs.Render),
        ["tag"] = By<Content>(Tag.Render),
        ["task-list"] = By<TaskListOptions>(TaskList.Render),
        ["textarea"] = By<TextareaOptions>(Textarea.Render),
        ["warning-text"] = By<WarningTextOptions>(WarningText.Render),
    };

    /// <summary>Examples that we do not follow, each with its reason. None.</summary>
    private static readonly Dictionary<(string Component, string Fixture), string> Impossible = [];

    public static TheoryData<string, string> All() =>
        [.. Renderers.Keys.SelectMany(component => Fixtures.Of(component).Select(fixture => (component, fixture.Name)))];

    [Theory, MemberData(nameof(All))]
    public void Example_Rendered_IsTheSameDom(string component, string name)
    {
        Assert.DoesNotContain((component, name), Impossible.Keys);
        var (_, options, html) = Fixtures.Of(component).Single(fixture => fixture.Name == name);
        if (component == "footer")
            options.Remove("copyright");
        using var writer = new StringWriter();
        Renderers[component](options).WriteTo(writer, HtmlEncoder.Default);

        var expected = Dom.Parse(html);
        if (component == "footer")
            TakeOutTheCrown(expected);
        using var actual = Dom.Parse(writer.ToString());
        Assert.Equal(Dom.Spell(expected), Dom.Spell(actual));
    }

    [Fact]
    public void Components_Enumerated_AreAsManyAsTheirExamples()
    {
        Assert.Equal(33, Renderers.Count);
        Assert.True(All().Count > 500, $"Only {All().Count} examples were found.");
    }

    /// <summary>
    /// The one difference on purpose: a commissioner's office is not the Crown, so our footer has neither crown nor Crown copyright.
    /// </summary>
    private static void TakeOutTheCrown(IDocument footer)
    {
        footer.QuerySelector(".govuk-footer__crown")!.Remove();
        footer.QuerySelector(".govuk-footer__copyright-logo")!.ParentElement!.Remove();
    }

    private static Func<JsonObject, IHtmlContent> By<T>(Func<T, IHtmlContent> render)
        where T : class => options => render(Fixtures.Read<T>(options));
}
