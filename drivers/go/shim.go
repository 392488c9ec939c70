// The Go shim: see ../README.md for the contract. Questions are asked on goroutines; printing takes a lock.
package main

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"sort"
	"strconv"
	"strings"
	"sync"
	"time"

	f "github.com/fauna/faunadb-go/v4/faunadb"
)

const (
	packageName = "github.com/fauna/faunadb-go/v4"
	// All that the driver's one HTTP/2 connection carries at once; nothing here limits it.
	concurrency = 64
)

// Protocol lines go to the real standard output. Only what fmt.Println writes inside `printed` is a print; whatever the
// driver writes by itself goes to standard error.
var (
	realStdout = os.Stdout
	sending    sync.Mutex
	printing   sync.Mutex
)

// tagged walks a decoded value through the driver's exported types.
func tagged(value f.Value) any {
	switch v := value.(type) {
	case nil, f.NullV: // nil is what the driver makes of bytes that it cannot decode
		return nil
	case f.BooleanV:
		return bool(v)
	case f.StringV:
		return string(v)
	case f.LongV:
		return tag("long", strconv.FormatInt(int64(v), 10))
	case f.DoubleV:
		return tag("double", strconv.FormatFloat(float64(v), 'g', -1, 64))
	case f.ArrayV:
		items := make([]any, len(v))
		for i, item := range v {
			items[i] = tagged(item)
		}
		return items
	case f.ObjectV:
		return map[string]any{"object": entries(v), "ordered": false}
	case f.BytesV:
		return tag("bytes", base64.StdEncoding.EncodeToString(v))
	case f.TimeV:
		return tag("ts", time.Time(v).Format(timeFormat))
	case f.DateV:
		return tag("date", time.Time(v).Format(dateFormat))
	case f.RefV:
		return taggedRef(&v)
	case *f.RefV:
		return taggedRef(v)
	case f.SetRefV:
		return tag("set", entries(v.Parameters))
	case f.QueryV:
		// The lambda is not exported, and this is the public way to it.
		var wire struct {
			Query json.RawMessage `json:"@query"`
		}
		if text, err := v.MarshalJSON(); err == nil && json.Unmarshal(text, &wire) == nil {
			return tag("query", wire.Query)
		}
	}
	return tag("unsaid", fmt.Sprintf("a %T", value))
}

func taggedRef(ref *f.RefV) any {
	parts := map[string]any{"id": ref.ID}
	if ref.Collection != nil {
		parts["collection"] = taggedRef(ref.Collection)
	}
	if ref.Database != nil {
		parts["database"] = taggedRef(ref.Database)
	}
	return tag("ref", parts)
}

func entries(values map[string]f.Value) [][2]any {
	result := make([][2]any, 0, len(values))
	for key, value := range values {
		result = append(result, [2]any{key, tagged(value)})
	}
	sort.Slice(result, func(i, j int) bool { return result[i][0].(string) < result[j][0].(string) })
	return result
}

func tag(name string, content any) any { return map[string]any{name: content} }

// printed is what fmt.Println writes for it, as Base64.
func printed(value any) string {
	printing.Lock()
	defer printing.Unlock()
	reader, writer, err := os.Pipe()
	if err != nil {
		panic(err)
	}
	written := make(chan []byte)
	go func() {
		text, _ := io.ReadAll(reader)
		written <- text
	}()
	before := os.Stdout
	os.Stdout = writer
	fmt.Println(value)
	os.Stdout = before
	writer.Close()
	text := <-written
	reader.Close()
	return base64.StdEncoding.EncodeToString(text)
}

var (
	clients     = map[[2]string]*f.FaunaClient{}
	clientsLock sync.Mutex
)

func clientFor(endpoint, secret string) *f.FaunaClient {
	clientsLock.Lock()
	defer clientsLock.Unlock()
	key := [2]string{endpoint, secret}
	if clients[key] == nil {
		clients[key] = f.NewFaunaClient(secret, f.Endpoint(endpoint))
	}
	return clients[key]
}

func answer(question object) (reply map[string]any) {
	defer func() {
		switch problem := recover().(type) {
		case nil:
		case unsupported:
			reply = map[string]any{"type": "answer", "outcome": "unsupported", "what": string(problem)}
		default:
			reply = map[string]any{"type": "fault", "message": fmt.Sprintf("%v\n%s", problem, debug.Stack())}
		}
	}()
	client := clientFor(question.value("endpoint").(string), question.value("secret").(string))
	value, err := client.Query(expression(question.value("query")))
	if err != nil {
		raised := map[string]any{"type": fmt.Sprintf("%T", err), "message": err.Error()}
		return map[string]any{"type": "answer", "outcome": "error", "raised": raised, "prints": []string{printed(err), printed(err)}}
	}
	return map[string]any{"type": "answer", "outcome": "value", "decoded": tagged(value), "prints": []string{printed(value), printed(value)}}
}

func hello() map[string]any {
	version := "unknown"
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, module := range info.Deps {
			if module.Path == packageName {
				version = strings.TrimPrefix(module.Version, "v")
			}
		}
	}
	abilities := make([]string, 0, len(forms))
	for name := range forms {
		abilities = append(abilities, name)
	}
	sort.Strings(abilities)
	zone, _ := time.Now().Zone()
	return map[string]any{
		"type": "hello", "protocol": 1,
		"driver":   map[string]any{"name": "go", "package": packageName, "version": version},
		"runtime":  map[string]any{"name": "Go", "version": strings.TrimPrefix(runtime.Version(), "go")},
		"platform": runtime.GOOS + " " + runtime.GOARCH, "locale": localeName(), "timeZone": zone, "concurrency": concurrency, "abilities": abilities,
	}
}

// localeName is the environment's: Go itself has no locale.
func localeName() string {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if value := os.Getenv(name); value != "" {
			return value
		}
	}
	return "C"
}

func send(message map[string]any) {
	text, err := json.Marshal(message)
	if err != nil {
		text, _ = json.Marshal(map[string]any{"type": "fault", "id": message["id"], "message": err.Error()})
	}
	sending.Lock()
	defer sending.Unlock()
	realStdout.Write(bytes.Join([][]byte{{0x1e}, text, {'\n'}}, nil))
}

func main() {
	os.Stdout = os.Stderr
	lines := bufio.NewReader(os.Stdin)
	for {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			return
		}
		request, err := readJSON(line)
		question, ok := request.(object)
		switch {
		case err != nil || !ok:
			send(map[string]any{"type": "fault", "message": fmt.Sprintf("not a JSON object: %s", line)})
		case question.value("type") == "hello":
			send(hello())
		default:
			go func() {
				reply := answer(question)
				reply["id"] = question.value("id")
				send(reply)
			}()
		}
	}
}
