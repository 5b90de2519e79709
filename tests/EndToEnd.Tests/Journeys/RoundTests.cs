using Platform.EndToEnd.Tests.Fixtures;

namespace Platform.EndToEnd.Tests.Journeys;

public sealed class RoundTests(WholePlatform platform, Chromium chromium)
{
    [Fact]
    public async Task Start()
    {
        Assert.Empty(platform.Errors.Take());
        await using var officer = await chromium.OpenAsync(platform);
        await officer.GoAsync("/");
        await officer.SignInAsync("officer@opcc.example");
        Assert.Equal("Home", await officer.HeadingAsync());
    }
}
