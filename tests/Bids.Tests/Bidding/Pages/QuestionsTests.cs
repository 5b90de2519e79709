using Platform.Contracts;

namespace Platform.Bids.Tests.Bidding.Pages;

public sealed class QuestionsTests(RunningService<BidsService> service)
{
    private static readonly Question[] Asked =
    [
        new(Guid.NewGuid(), "Who else is involved?", "", false, 3),
        new(Guid.NewGuid(), "What else?", "", true, 100),
    ];

    [Fact]
    public async Task Post_SavesAnswersAndSaysWhichAreTooLong()
    {
        var bid = await service.DraftAsync(await service.RoundAsync(with: r => r with { Questions = Asked }));
        var asked = await AskedAsync(bid);
        Assert.EndsWith("/project/questions", await service.Editor().PostAndFollowAsync($"/bids/{bid}/project/need", ("Version", "1")));
        var address = $"/bids/{bid}/project/questions";
        var page = await service.Editor().GetPageAsync(address);
        Assert.Equal(["Who else is involved?", "What else? (optional)"], page.Texts("label"));

        page = await service
            .Editor()
            .PostAndStayAsync(address, ("Version", "2"), ("Typed[0].QuestionId", asked[0]), ("Typed[0].Text", "one two three four"));
        Assert.Equal(["Answer must be 3 words or less"], page.Errors());
        Assert.Equal("#Typed_0__Text", page.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href"));
        Assert.Equal("one two three four", page.Typed("Typed[0].Text"));
        await service
            .Editor()
            .PostAndFollowAsync(address, ("Version", "2"), ("Typed[0].QuestionId", asked[0]), ("Typed[0].Text", "The police"));
        Assert.Equal("The police", Assert.Single((await service.BidAsync(bid)).Content.Answers).Text);
    }

    [Fact]
    public async Task Get_RoundWithoutQuestions_LeadsOn()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        Assert.Equal(
            $"/bids/{bid}/sections/project",
            (await service.Editor().GetAsync($"/bids/{bid}/project/questions")).Headers.Location!.OriginalString
        );
    }

    private async Task<string[]> AskedAsync(string bid) =>
        [
            .. (await service.Editor().GetPageAsync($"/bids/{bid}/project/questions"))
                .QuerySelectorAll("input[name$=QuestionId]")
                .Select(i => i.GetAttribute("value")!),
        ];
}
