using Platform.ServiceDefaults.Operations;

namespace Platform.Notifications.Tests.Templates;

[Rule]
public sealed class TemplateCheckTests
{
    private const string Frame = "Dear {{to}},\n\n{{link}}\n\nAsk {{contactName}}: {{contactEmail}}";

    private static readonly LetterTemplate Template = new LetterTemplates().BidSentBack;

    private static Problem? Only(string subject, string body) =>
        TemplateCheck.Problems(Template, subject, body) switch
        {
            [] => null,
            var some => Assert.Single(some),
        };

    [Theory]
    [InlineData("Sent back: {{reference}}", "")]
    [InlineData("Sent back", "\n\n- {{sections}}\n- and {{day}}")]
    public void Problems_NothingWrong_None(string subject, string more) => Assert.Null(Only(subject, Frame + more));

    [Theory]
    [InlineData("", "", "Subject", "Enter a subject line")]
    [InlineData("One\ntwo", "", "Subject", "Subject line must be one line")]
    [InlineData("Sent back {{colour}}", "", "Subject", "There is no field {{colour}}: use those in the list of fields")]
    [InlineData("Sent back", " {{colour}}", "Body", "There is no field {{colour}}: use those in the list of fields")]
    [InlineData("Sent back {{Reference}}", "", "Subject", "There is no field {{Reference}}: use those in the list of fields")]
    [InlineData("Sent back {{link}}", "", "Subject", "Take the link out of the subject line: nobody can follow it there")]
    [InlineData("Sent back {{day", "", "Subject", "Begin each field with {{ and end it with }}")]
    [InlineData("Sent back", " day}}", "Body", "Begin each field with {{ and end it with }}")]
    [InlineData(
        "Sent back",
        "\n\nChange {{sections}}",
        "Body",
        "Put {{sections}} alone on a line that begins with a dash, “- {{sections}}”: it holds a list"
    )]
    [InlineData(
        "Sent back {{sections}}",
        "",
        "Subject",
        "Put {{sections}} alone on a line that begins with a dash, “- {{sections}}”: it holds a list"
    )]
    public void Problems_OneThingIsWrong_SaysWhatToDoBesideItsField(string subject, string more, string field, string message) =>
        Assert.Equal(new(field, message), Only(subject, Frame + more));

    [Fact]
    public void Problems_FieldOfEveryLetterMissing_SaysWhich() =>
        Assert.Equal(
            new("Body", "Add {{link}}, {{contactEmail}}: every letter says whom it is to, where to go and whom to ask"),
            Only("Sent back", "Dear {{to}}, ask {{contactName}}")
        );

    [Fact]
    public void Problems_TooLong_SaysSo() =>
        Assert.Equal("The letter must be 10,000 characters or less", Only("Sent back", Frame + new string('x', 10_000))!.Message);

    // A letter that passes the check can always be written.
    [Fact]
    public void Examples_EveryTemplate_AreWrittenWithoutAGap() =>
        Assert.All(
            new LetterTemplates().All,
            template =>
            {
                var draft = new TemplateText(template.Subject, template.Body).Render(
                    template.Fields.Values.ToDictionary(f => f.Name, f => f.Example)
                );
                Assert.DoesNotMatch("[{}]|  ", draft.Subject + draft.Text);
            }
        );
}
