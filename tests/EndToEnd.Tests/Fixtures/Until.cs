using System.Diagnostics;

namespace Platform.EndToEnd.Tests.Fixtures;

/// <summary>What one service says reaches the next a moment later.</summary>
internal static class Until
{
    public static async Task TrueAsync(Func<Task<bool>> ask, string what, int seconds = 30)
    {
        for (var since = Stopwatch.StartNew(); !await IsAsync(ask); await Task.Delay(50))
            Assert.True(since.Elapsed.TotalSeconds < seconds, $"After {seconds} seconds it is still not so that {what}.");
    }

    // A program that starts or stops may refuse to answer.
    private static async Task<bool> IsAsync(Func<Task<bool>> ask)
    {
        try
        {
            return await ask();
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
