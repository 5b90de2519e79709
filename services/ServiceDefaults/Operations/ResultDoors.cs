using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Platform.ServiceDefaults.Operations;

/// <summary>How pages and the API answer with an operation's result.</summary>
public static class ResultDoors
{
    /// <summary>The API's answer: RFC 9457 problem details, 404, 409, 412 or 422; null when it was done.</summary>
    public static IResult? Problem(this Result result) =>
        result.Kind switch
        {
            ResultKind.Done => null,
            ResultKind.NotFound => Results.Problem(statusCode: 404, title: "Not found"),
            ResultKind.Stale => Results.Problem(
                statusCode: 412,
                title: "Changed by somebody else since you read it",
                type: "/problems/stale"
            ),
            ResultKind.Refused => Results.Problem(statusCode: 409, title: result.Problems[0].Message, type: "/problems/" + result.Code),
            _ => Results.ValidationProblem(
                result.Problems.GroupBy(p => InJson(p.Field)).ToDictionary(g => g.Key, g => g.Select(p => p.Message).ToArray()),
                statusCode: 422,
                title: "Something is missing or wrong",
                type: "/problems/incorrect"
            ),
        };

    private static string InJson(string field) => string.Join('.', field.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    /// <summary>The page's answer: each problem beside its field, and in the error summary.</summary>
    public static void AddTo(this Result result, ModelStateDictionary state)
    {
        foreach (var problem in result.Problems)
            state.AddModelError(problem.Field, problem.Message);
    }
}
