using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Platform.Gateway.Tests.Forwarding;

public sealed class KeptAnswersTests(Databases given)
{
    private const string Typed = "£5 & \"more\" <b>\r\nsecond line + ünïcode";

    [Fact]
    public async Task Post_SessionEnded_AnswersArriveAfterSigningIn()
    {
        var user = await given.Host.GivenUserAsync();
        using var browser = new Browser(given.Host.Address);
        var asked = await browser.PostAsync(
            "/bids/private/kept?handler=save",
            ("Title", Typed),
            ("Email", "of the bid"),
            ("Areas", "a"),
            ("Areas", "b")
        );
        Assert.Equal(HttpStatusCode.Unauthorized, asked.StatusCode);
        var signIn = await asked.PageAsync();
        Assert.Equal("Sign in", signIn.Heading());
        Assert.Contains("What you typed is kept", signIn.Text("body"));

        (string, string?)[] carried =
        [
            ("ReturnUrl", PasswordForm(signIn).Typed("ReturnUrl")),
            ("Kept", PasswordForm(signIn).Typed("Kept")),
        ];
        var wrong = await browser.PostAsync("/account/sign-in", [("Email", user.Email), ("Password", "wrong"), .. carried]).PageAsync();
        Assert.Equal(PasswordForm(signIn).Typed("Kept"), PasswordForm(wrong).Typed("Kept"));
        var again = await browser
            .PostAsync("/account/sign-in", [("Email", user.Email), ("Password", GatewayHost.Password), .. carried])
            .PageAsync();
        Assert.Equal("You have signed in again", again.Heading());
        Assert.Contains("Your answers have been kept", again.Text("body"));
        var form = again.QuerySelector("main form")!;
        Assert.Equal("/bids/private/kept?handler=save", form.GetAttribute("action"));
        var fields = form.QuerySelectorAll("input[type='hidden']")
            .Select(i => (i.GetAttribute("name")!, (string?)i.GetAttribute("value")))
            .ToArray();
        Assert.Equal([("Title", Typed), ("Email", "of the bid"), ("Areas", "a"), ("Areas", "b")], fields);

        Assert.Equal(HttpStatusCode.OK, (await browser.PostAsync("/bids/private/kept?handler=save", fields)).StatusCode);
        var got = given.Upstream["/bids/private/kept"];
        Assert.Equal((user.Id, "POST"), (got.Caller.Person.UserId, got.Method));
        Assert.Equal(
            await Browser
                .Form([("Title", Typed), ("Email", "of the bid"), ("Areas", "a"), ("Areas", "b")])
                .ReadAsStringAsync(TestContext.Current.CancellationToken),
            got.Body
        );
    }

    [Fact]
    public async Task Post_ToTheGatewaysOwnPage_IsKeptToo()
    {
        using var browser = new Browser(given.Host.Address);
        var page = await browser.PostAsync("/account/people/invite", ("Name", "Ann Ash")).PageAsync();
        Assert.Equal(("/account/people/invite", "Name=Ann+Ash"), (PasswordForm(page).Typed("ReturnUrl"), PasswordForm(page).Typed("Kept")));
    }

    [Fact]
    public async Task Post_Passwords_AreNeverKept()
    {
        using var browser = new Browser(given.Host.Address);
        var page = await browser
            .PostAsync("/account/change-password", ("Current", "my secret password"), ("Password", "my secret password"))
            .PageAsync();
        Assert.Equal("Sign in", page.Heading());
        Assert.DoesNotContain("secret", page.DocumentElement.OuterHtml);
    }

    [Fact]
    public async Task Post_MoreThanCanBeKept_SaysSo()
    {
        using var browser = new Browser(given.Host.Address);
        var page = await browser.PostAsync("/bids/private/large", ("Title", new string('x', 256 * 1024))).PageAsync();
        Assert.Contains("What you just sent could not be kept", page.Text("body"));
        Assert.Equal("/bids/private/large", PasswordForm(page).Typed("ReturnUrl"));
        using var file = new MultipartFormDataContent { { new StringContent("x"), "File", "x.txt" } };
        var upload = await browser.SendAsync(HttpMethod.Post, "/bids/private/file", file, "same-origin", []).PageAsync();
        Assert.Contains("The file was not uploaded: sign in, choose it again, and upload it", upload.Text("body"));
        Assert.Equal("/bids/private/file", PasswordForm(upload).Typed("ReturnUrl"));
    }

    [Fact]
    public async Task Post_PublicPage_PassesThrough()
    {
        using var browser = new Browser(given.Host.Address);
        Assert.Equal(HttpStatusCode.OK, (await browser.PostAsync("/bids/public", ("a", "b"))).StatusCode);
        Assert.Equal("a=b", given.Upstream["/bids/public"].Body);
    }

    [Fact]
    public async Task Get_SessionEnded_LeadsToSignInAndBack()
    {
        using var browser = new Browser(given.Host.Address);
        var answer = await browser.GetAsync("/bids/private/x?page=2&q=a%20b");
        Assert.Equal("/account/sign-in?returnUrl=%2Fbids%2Fprivate%2Fx%3Fpage%3D2%26q%3Da%2520b", answer.Headers.Location!.OriginalString);
        var page = await browser.GetAsync(answer.Headers.Location.OriginalString).PageAsync();
        Assert.Equal("/bids/private/x?page=2&q=a%20b", PasswordForm(page).Typed("ReturnUrl"));
    }

    // Beside it is the form for a passkey, which carries the answers too.
    private static IElement PasswordForm(IHtmlDocument page) => page.QuerySelector("form[action='/account/sign-in']")!;
}
