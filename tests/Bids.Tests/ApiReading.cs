using System.Net;
using System.Text.Json;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Bids.Tests;

internal static class ApiReading
{
    /// <summary>The problem details of an answer of that status.</summary>
    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == response.StatusCode, $"{response.StatusCode} {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonSerializer.Deserialize<JsonElement>(text, Doors.Json);
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        return problem;
    }

    /// <summary>The fields with errors, in order: "name outputs".</summary>
    public static async Task<string> FieldsAsync(this HttpResponseMessage response)
    {
        var problem = await response.ProblemAsync(HttpStatusCode.UnprocessableEntity);
        Assert.Equal("/problems/incorrect", problem.GetProperty("type").GetString());
        return string.Join(' ', problem.GetProperty("errors").EnumerateObject().Select(e => e.Name));
    }

    public static string? Type(this JsonElement problem) => problem.GetProperty("type").GetString();
}
