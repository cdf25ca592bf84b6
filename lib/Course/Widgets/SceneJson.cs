using System.Text.Json.Nodes;
using Course.Scenes;

namespace Course.Widgets;

/// <summary>A scene as SceneView.js reads it. Panels and pictures that several frames share are written once and named by their place.</summary>
internal sealed class SceneJson(PictureTable pictures)
{
    private readonly Dictionary<string, int> _panelsByText = [];
    private readonly JsonArray _panels = [];

    public JsonObject Write(Scene scene)
    {
        var presets = new JsonArray([.. scene.Presets.Select(preset => (JsonNode)new JsonObject
        {
            ["name"] = preset.Name,
            ["note"] = preset.Note,
            ["frames"] = new JsonArray([.. preset.Frames.Select(Frame)]),
        })]);
        return new JsonObject
        {
            ["title"] = scene.Title,
            ["presetLabel"] = scene.PresetLabel,
            ["slider"] = scene.SliderLabel,
            ["presets"] = presets,
            ["panels"] = _panels,
            ["pictures"] = pictures.Write(),
        };
    }

    private JsonNode Frame(Frame frame)
    {
        var json = new JsonObject
        {
            ["text"] = frame.Narration,
            ["panels"] = new JsonArray([.. frame.Panels.Select(panel => (JsonNode)PanelIndex(panel))]),
            ["counters"] = new JsonArray([.. frame.Counters.Select(counter => (JsonNode)new JsonArray(counter.Name, counter.Value))]),
        };
        if (frame.Step != "") json["step"] = frame.Step;
        if (frame.Arrows.Count > 0)
            json["arrows"] = new JsonArray([.. frame.Arrows.Select(arrow => (JsonNode)new JsonArray(arrow.From, arrow.To, arrow.Followed))]);
        return json;
    }

    private int PanelIndex(Panel panel)
    {
        JsonObject json = panel switch
        {
            CellsPanel cells => new JsonObject { ["kind"] = "cells", ["side"] = cells.SideBySide, ["narrow"] = cells.Narrow, ["rows"] = new JsonArray([.. cells.Rows.Select(Row)]) },
            PicturePanel picture => new JsonObject
            {
                ["kind"] = "picture",
                ["picture"] = pictures.Add(picture.Picture),
                ["enlarged"] = picture.Enlarged,
                ["marks"] = new JsonArray([.. picture.Marks.Select(mark => (JsonNode)new JsonArray(mark.X, mark.Y, mark.Width, mark.Height, mark.Strong))]),
            },
            HeatPanel heat => new JsonObject
            {
                ["kind"] = "heat",
                ["columns"] = heat.Columns,
                ["values"] = new JsonArray([.. heat.Values.Select(value => (JsonNode)value)]),
                ["max"] = heat.Max,
                ["unit"] = heat.Unit,
            },
            CodePanel code => new JsonObject { ["kind"] = "code", ["code"] = code.Code, ["line"] = code.Line },
            _ => throw new ArgumentException($"SceneView.js draws no {panel.GetType().Name}.", nameof(panel)),
        };
        json["title"] = panel.Title;
        string text = json.ToJsonString();
        if (_panelsByText.TryGetValue(text, out int known)) return known;
        _panels.Add(json);
        return _panelsByText[text] = _panels.Count - 1;
    }

    private static JsonNode Row(CellRow row) =>
        new JsonObject { ["label"] = row.Label, ["cells"] = new JsonArray([.. row.Cells.Select(Cell)]) };

    private static JsonNode Cell(Cell cell)
    {
        // Most cells of most frames are nothing but their text.
        if (cell == new Cell(cell.Text)) return cell.Text;
        var json = new JsonObject { ["text"] = cell.Text };
        if (cell.Role != CellRole.Plain) json["role"] = cell.Role.ToString();
        if (cell.Under != "") json["under"] = cell.Under;
        if (cell.Id is { Length: > 0 } id) json["id"] = id;
        if (cell.Order > 0) json["order"] = cell.Order;
        if (cell.GoTo >= 0) json["goto"] = cell.GoTo;
        if (cell.Span > 1) json["span"] = cell.Span;
        return json;
    }
}
